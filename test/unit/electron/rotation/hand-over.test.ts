import { describe, expect, test } from 'vitest';

import { deleteAllOld, planFirst, confirmed, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

async function inTray() {
  const { server, bench, desk } = await setUp();
  valueOf(await confirmed(desk, await planFirst(bench, desk, 1, true)));
  await desk.idle();
  return { server, bench, desk, id: must(rowsOf(desk)[0]).id };
}

describe('a value in the hand-over tray', () => {
  test('that nobody has seen is not “stored”: it would be deleted with the only copy', async () => {
    const { server, desk, id } = await inTray();
    expect(await desk.stored(id)).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
    expect(stepsOf(desk)).toEqual(['verified']);
    expect(server.state.deleted).toEqual([]);
  });

  test.each(['reveal', 'copyValue'] as const)('that a person got by %s can be stored', async (deed) => {
    const { bench, desk, id } = await inTray();
    valueOf(await desk[deed](id));
    expect(rowsOf(desk)[0]?.[deed === 'reveal' ? 'wasRevealed' : 'wasCopied']).toBe(true);
    const again = await bench.openDesk();
    expect(rowsOf(again)[0]?.[deed === 'reveal' ? 'wasRevealed' : 'wasCopied']).toBe(true);
    valueOf(await again.stored(id));
    valueOf(await deleteAllOld(again));
    expect(stepsOf(again)).toEqual(['gone']);
  });

  test('goes nowhere while the credential is missing, and the row stays where it was', async () => {
    const { bench, id } = await inTray();
    const desk = await bench.openDesk({ clientOf: () => undefined });
    valueOf(await desk.reveal(id));
    expect(await desk.stored(id)).toEqual({ ok: false, error: { kind: 'credential-missing' } });
    expect(stepsOf(desk)).toEqual(['verified']);
  });
});
