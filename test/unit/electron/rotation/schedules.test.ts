import { join } from 'node:path';

import { expect, test } from 'vitest';

import { carryOutSchedule } from '../../../support/carry-out-schedule';
import { checkSchedules, scheduleRun } from '../../../support/check-schedules';
import type { Schedule } from '../../../support/schedule';
import { tempFolder } from '../../../support/temp-folder';

const asked = scheduleRun(process.env);

test(
  `X15: whatever fails and whenever the app dies, no value is lost and no token forgotten (${String(asked.count)} schedules)`,
  async () => {
    const folder = await tempFolder();
    let number = 0;
    await checkSchedules(asked, (schedule) => {
      number += 1;
      return carryOutSchedule(schedule, join(folder, String(number)));
    });
  },
  asked.count * 500 + 60_000,
);

test('a schedule that breaks an invariant is told in one line that brings it back', async () => {
  const failing = checkSchedules({ count: 5, seed: 1 }, (schedule: Schedule) =>
    schedule.rows.length > 0 ? Promise.reject(new Error('invariant 1: made up')) : Promise.resolve(),
  );
  await expect(failing).rejects.toThrow(
    /npm run soak -- --seed 1 --path "[0-9:]+" {2}.*invariant 1: made up/,
  );
});
