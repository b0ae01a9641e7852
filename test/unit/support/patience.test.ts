import { expect, test } from 'vitest';

import { slowness, waitWhileMoving, type WaitingClock } from '../../support/patience';

/** Time that passes only during a wait. */
function clockByHand(): WaitingClock {
  let now = 0;
  return {
    now: () => now,
    wait: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

test('what moves is waited for, however long it takes', async () => {
  const clock = clockByHand();
  const seconds = () => Math.floor(clock.now() / 1_000);
  const end = await waitWhileMoving({
    what: 'an hour',
    read: () => Promise.resolve(seconds()),
    isDone: (state) => state === 3_600,
    stallMs: 2_000,
    clock,
  });
  expect(end).toBe(3_600);
});

test('what stands still fails after the stall limit, with what was waited for and what was seen last', async () => {
  const clock = clockByHand();
  const waited = waitWhileMoving({
    what: 'the run to end',
    read: () => Promise.resolve(`${String(Math.min(7, Math.floor(clock.now() / 1_000)))} of 50 done`),
    isDone: (state) => state === '50 of 50 done',
    stallMs: 60_000,
    clock,
  });
  await expect(waited).rejects.toThrow(
    'Nothing has moved for 60 s while waiting for the run to end. Last seen: "7 of 50 done"',
  );
  expect(clock.now()).toBeGreaterThan(67_000);
  expect(clock.now()).toBeLessThan(68_000);
});

test('a slow computer is given as many times longer as it is slower, and never less than an idle one', () => {
  expect(slowness({ REKEY_SLOWNESS: '4' })).toBe(4);
  expect(slowness({ REKEY_SLOWNESS: '0.1' })).toBeGreaterThanOrEqual(1);
  expect(slowness({})).toBeGreaterThanOrEqual(1);
});
