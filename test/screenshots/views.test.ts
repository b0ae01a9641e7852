import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { answerDialogs, launchRekey } from '../support/launch';
import { portray } from './portraits';
import { VIEWS } from './views';

const NOW = Date.UTC(2026, 10, 24, 14, 2);
/** The seed that the app gives its own demo. */
const DEMO_SEED = 2026;
const A_VIEW_MS = 20_000;

test('every view is portrayed in both themes and both sizes', async () => {
  test.setTimeout(VIEWS.length * A_VIEW_MS);
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  page.setDefaultTimeout(A_VIEW_MS / 2);
  await answerDialogs(app, 'go');
  const missing: string[] = [];
  for (const view of VIEWS) {
    // A view that cannot be shown does not keep those after it from being tried.
    await test.step(view.name, async () => {
      try {
        await view.show({ page, server });
        await portray({ app, page }, view);
      } catch (error) {
        missing.push(`${view.name}: ${String(error)}`);
      }
    });
  }
  expect(missing).toEqual([]);
  await close();
  await server.stop();
});
