import { describe, expect, test } from 'vitest';

import { parseManualConsumerId } from '../../../../shared/domain/consumer';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

/** A row whose old token waits, and whose new value nobody can read any more on this computer. */
async function waitingWithout(why: 'absent' | 'unreadable') {
  const { server, bench, desk } = await setUp();
  valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
  await desk.idle();
  const row = must(rowsOf(desk)[0]);
  const { variables } = must(server.state.projects.find(({ slug }) => slug === row.project));
  const vault = { ...bench.vault, get: () => Promise.resolve({ ok: false, error: why } as const) };
  const later = await bench.openDesk({ vaultOf: () => vault });
  const overwrite = () => {
    variables.set('ROTATED_0', { ...must(variables.get('ROTATED_0')), value: 'somebody else’s' });
  };
  return { server, desk: later, row, overwrite };
}

describe.each(['absent', 'unreadable'] as const)('an old token whose new value is %s here', (why) => {
  test('is not deleted when its place shows another value: nobody would have the new one', async () => {
    const { server, desk, overwrite } = await waitingWithout(why);
    overwrite();
    valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['delivery-unproved']);
    expect(server.state.deleted).toEqual([]);
  });

  test('is deleted when its place shows the last four that were written down', async () => {
    const { server, desk } = await waitingWithout(why);
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
    expect(server.state.deleted).toHaveLength(1);
  });
});

test('a deletion that failed is not tried again once the checklist has been opened', async () => {
  const { server, bench, desk } = await setUp([
    { method: 'DELETE', path: '/token/', times: 1, trouble: { kind: 'delete-ignored' } },
  ]);
  const { id: plan, rows } = await planFirst(bench, desk, 1);
  const item = must(parseManualConsumerId(`use_${'0'.repeat(16)}`));
  const checklist = [{ id: item, kind: 'manual' as const, where: 'the wiki' }];
  const chosen = valueOf(desk.choose(plan, { row: { ref: must(rows[0]).ref, checklist } }));
  valueOf(await confirmed(desk, chosen));
  await desk.idle();
  const { id } = must(rowsOf(desk)[0]);
  expect(await deleteAllOld(desk)).toEqual({ ok: false, error: { kind: 'checklist-open', count: 1 } });
  valueOf(await desk.tick(id, item, true));
  valueOf(await deleteAllOld(desk));
  expect(needsOf(desk)).toEqual(['old-still-live']);
  valueOf(await desk.tick(id, item, false));
  expect(await desk.act(id, 'try-again')).toEqual({ ok: false, error: { kind: 'checklist-open', count: 1 } });
  expect(server.state.deleted).toEqual([]);
  valueOf(await desk.tick(id, item, true));
  valueOf(await desk.act(id, 'try-again'));
  expect(stepsOf(desk)).toEqual(['gone']);
});
