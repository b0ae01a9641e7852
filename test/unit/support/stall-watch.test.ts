import { expect, test } from 'vitest';

import { openStallWatch } from '../../support/stall-watch';

function watchByHand() {
  let now = 0;
  const watch = openStallWatch({ limitMs: () => 60_000, now: () => now });
  return { watch, pass: (seconds: number) => (now += seconds * 1_000) };
}

test('a test that goes from step to step never stalls, however long it takes', () => {
  const { watch, pass } = watchByHand();
  watch.begin('1', 'a long run ends');
  for (let minute = 0; minute < 100; minute += 1) {
    watch.beginStep('1', 'click');
    pass(50);
    expect(watch.stalled()).toBeUndefined();
    watch.endStep('1', 'click');
  }
});

test('a test that hangs is named with the steps that it waits for', () => {
  const { watch, pass } = watchByHand();
  watch.begin('1', 'a run ends');
  watch.beginStep('1', 'the run');
  watch.beginStep('1', 'click');
  watch.endStep('1', 'click');
  watch.beginStep('1', 'evaluate (run.test.ts:7)');
  pass(61);
  expect(watch.stalled()).toBe(
    'Nothing has moved for 61 s. “a run ends” waits for the run > evaluate (run.test.ts:7).',
  );
});

test('a test that waits outside of any step is named as well, and none where no test runs', () => {
  const { watch, pass } = watchByHand();
  watch.begin('1', 'a promise');
  pass(61);
  expect(watch.stalled()).toContain('“a promise” waits for something that is no step');
  watch.end('1');
  pass(61);
  expect(watch.stalled()).toBeUndefined();
});
