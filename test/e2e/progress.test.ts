import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { finishByBridge, rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { answerDialogs, launchRekey } from '../support/launch';
import { watchProgress } from '../support/page-watch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
/** What takes the progress off the dock or taskbar. */
const NONE = -1;

test('the dock or taskbar follows a run and its deletions from their first row to their last, and is bare in between', async () => {
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 71,
    now: NOW,
    // Slow enough that a row is told of before the next is done.
    latencyMilliseconds: 15,
    size: { projects: 20, tokens: 60 },
  });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const tokens = (await tokensOf(page)).filter(({ kind }) => kind === 'project').slice(0, 24);
  const told = await watchProgress(app);

  await rotateByBridge(page, tokens, 'ROTATED');
  await untilAtRest(page);
  expectWalk(await told());

  await finishByBridge(page);
  expectWalk(await told());
  expect(server.state.deleted).toHaveLength(24);
  await close();
  await server.stop();
});

/** Some way in between, never backwards, and taken off at the end. */
function expectWalk(told: readonly number[]): void {
  const shown = told.filter((fraction) => fraction !== NONE);
  expect(told.at(-1)).toBe(NONE);
  expect(shown.some((fraction) => fraction > 0 && fraction < 1)).toBe(true);
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  expect(shown.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
}
