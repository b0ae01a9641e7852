import { expect, test } from 'vitest';

import { openPageClock } from '../../../electron/page-clock';
import { NOW } from '../../support/token-records';

function clockByHand(start: number) {
  let now = start;
  const announced: (readonly [string, unknown])[] = [];
  const waits: number[] = [];
  let goOn: () => void = () => undefined;
  const pageClock = openPageClock((event, payload) => announced.push([event, payload]), {
    now: () => now,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
  });
  return {
    pageClock,
    announced,
    waits,
    move: (by: number) => (now += by),
    goOn: async () => {
      goOn();
      await Promise.resolve();
    },
  };
}

test('the time is announced before an event, and once only while it stands still', () => {
  const { pageClock, announced, move } = clockByHand(NOW);
  pageClock.announce('leavers:changed', []);
  pageClock.announce('reminders:open', null);
  move(5);
  pageClock.announce('reminders:open', null);
  expect(announced).toEqual([
    ['clock:now', NOW],
    ['leavers:changed', []],
    ['reminders:open', null],
    ['clock:now', NOW + 5],
    ['reminders:open', null],
  ]);
});

test('progress that comes many times a second brings no time with it', () => {
  const { pageClock, announced } = clockByHand(NOW);
  pageClock.announce('ledger:grown', null);
  expect(announced).toEqual([['ledger:grown', null]]);
});

test('the time is announced at every whole minute, midnight UTC among them, also after a jump of the clock', async () => {
  const { pageClock, announced, waits, move, goOn } = clockByHand(Date.UTC(2026, 10, 24, 23, 59, 30));
  const ending = new AbortController();
  const run = pageClock.run(ending.signal);
  move(30_000);
  await goOn();
  move(3_610_500);
  await goOn();
  expect(announced.map(([, at]) => new Date(at as number).toISOString())).toEqual([
    '2026-11-24T23:59:30.000Z',
    '2026-11-25T00:00:00.000Z',
    '2026-11-25T01:00:10.500Z',
  ]);
  expect(waits).toEqual([30_000, 60_000, 49_500]);
  ending.abort();
  await goOn();
  await run;
});
