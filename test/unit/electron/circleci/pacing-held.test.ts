import { expect, test } from 'vitest';

import { createPacer } from '../../../../electron/circleci/pacing';
import { err } from '../../../../shared/result';

test('a wait that the host asked for is told when it begins and when it is over', async () => {
  const told: (number | undefined)[] = [];
  let end: () => void = () => undefined;
  const clock = {
    wait: () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  };
  const pacer = createPacer({ clock, random: () => 0, held: (time) => told.push(time) });
  await pacer.run(() => Promise.resolve(err({ kind: 'rate-limited', retryAfterSeconds: 100 })));
  expect(told).toEqual([100_000]);
  end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([100_000, undefined]);
});
