import { expect, test } from 'vitest';

import { carryOutSchedule } from '../../../support/carry-out-schedule';
import { checkSchedules, scheduleRun } from '../../../support/check-schedules';
import { ONCE_BROKEN } from '../../../support/history/once-broken';
import type { Schedule } from '../../../support/schedule';

const asked = scheduleRun(process.env);

test(
  `X15: whatever fails and whenever the app dies, no value is lost and no token forgotten (${String(asked.count)} schedules)`,
  async () => {
    await checkSchedules(asked, carryOutSchedule);
  },
  asked.count * 500 + 60_000,
);

test.each(ONCE_BROKEN)('the history in which %s stays whole', async (_what, schedule) => {
  await carryOutSchedule(schedule);
});

test('a schedule that breaks an invariant is told in one line that brings it back', async () => {
  const failing = checkSchedules({ count: 5, seed: 1 }, (schedule: Schedule) =>
    schedule.rows.length > 0 ? Promise.reject(new Error('invariant 1: made up')) : Promise.resolve(),
  );
  await expect(failing).rejects.toThrow(
    /npm run soak -- --seed 1 --path "[0-9:]+" {2}.*invariant 1: made up/,
  );
});
