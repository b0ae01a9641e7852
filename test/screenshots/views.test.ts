import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { answerDialogs, launchRekey } from '../support/launch';
import { noteNotifications } from '../support/notifications';
import { changeOutside } from '../support/server-changes';
import { portray } from './portraits';
import { firstSession, LATER_SESSION, OTHER_HOST, type View } from './views';

const NOW = Date.UTC(2026, 10, 24, 14, 2);
/** The seed that the app gives its own demo. */
const DEMO_SEED = 2026;
const A_VIEW_MS = 20_000;
/** Addresses are shown: another one would change pictures in which nothing else did. */
const PORT = 47_311;

const VIEWS = firstSession(NOW);

test('every view is portrayed in both themes and both sizes', async () => {
  const seeds = { seed: DEMO_SEED, now: NOW, port: PORT };
  const server = await startDemoServer({ profile: 'cloud-time', ...seeds });
  const userData = test.info().outputPath('user-data');
  const missing = await session(VIEWS, { server, userData, now: NOW });
  changeOutside(server, NOW + DAY_MS);
  const later = await session(LATER_SESSION, { server, userData, now: NOW + 3 * DAY_MS });
  await server.stop();
  const other = await startDemoServer({ profile: 'cloud', ...seeds });
  const there = { server: other, userData: test.info().outputPath('user-data-other'), now: NOW };
  const others = await session(OTHER_HOST, there);
  await other.stop();
  expect([...missing, ...later, ...others]).toEqual([]);
});

interface Sitting {
  readonly server: DemoServer;
  readonly userData: string;
  readonly now: Instant;
}

/** Opens the app once, portrays its views, and tells those that could not be shown. */
async function session(views: readonly View[], { server, ...launch }: Sitting): Promise<readonly string[]> {
  const { app, page, close } = await launchRekey({ ...launch, first: noteNotifications });
  page.setDefaultTimeout(A_VIEW_MS / 2);
  await answerDialogs(app, 'go');
  const missing: string[] = [];
  for (const view of views) {
    // A view that cannot be shown does not keep those after it from being tried.
    await test.step(view.name, async () => {
      try {
        await view.show({ app, page, server });
        await portray({ app, page }, view);
      } catch (error) {
        missing.push(`${view.name}: ${String(error)}`);
      }
    });
  }
  await close();
  return missing;
}
