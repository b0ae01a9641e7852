import { expect, test } from 'vitest';

import { confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

test('a run that starts while the last one is closed is in the journal afterwards', async () => {
  const { bench, desk } = await setUp();
  const first = valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
  await desk.idle();
  valueOf(await desk.cancelRetirement(must(rowsOf(desk)[0]).id, 'still in use'));
  const plan = await planFirst(bench, desk, 2);
  const [second] = await Promise.all([confirmed(desk, plan), desk.closeRun(first)]);
  const { id } = must(desk.runs()[0]);
  expect(id).toBe(valueOf(second));
  await desk.idle();
  const again = await bench.openDesk();
  expect(again.runs().map((run) => run.id)).toEqual([id]);
  expect(rowsOf(again)).toHaveLength(2);
});
