import { describe, expect, test } from 'vitest';

import { deletionWords } from '../../../../shared/domain/rotation-run';
import { valueOf } from '../../../support/value-of';
import { must, NOW } from '../../../support/token-records';
import { ITEM, notedLedger, waitingRun } from '../../../support/waiting-run';

const HOUR_MS = 3_600_000;

type Waiting = Awaited<ReturnType<typeof waitingRun>>;

const deleteIt = ({ desk, row }: Waiting) => desk.deleteNow([row().id], deletionWords('acme', [row()]));

describe('an old token whose checklist is open', () => {
  test('is not deleted, whatever was typed and agreed to', async () => {
    const run = await waitingRun();
    expect(run.row().step).toBe('retiring');
    expect(await deleteIt(run)).toEqual({ ok: false, error: { kind: 'checklist-open', count: 1 } });
    expect(run.server.state.deleted).toEqual([]);
  });

  test('is deleted once every place is ticked, and not when a tick was taken back', async () => {
    const run = await waitingRun();
    valueOf(await run.desk.tick(run.row().id, ITEM.id, true));
    valueOf(await run.desk.tick(run.row().id, ITEM.id, false));
    expect((await deleteIt(run)).ok).toBe(false);
    valueOf(await run.desk.tick(run.row().id, ITEM.id, true));
    valueOf(await deleteIt(run));
    expect(run.row().step).toBe('gone');
    expect(run.server.state.deleted).toHaveLength(1);
  });

  test('is deleted after a person overrode it, with a reason that the ledger keeps', async () => {
    const run = await waitingRun();
    valueOf(await run.desk.override(run.row().id, 'the workspace was removed last week'));
    expect(run.noted).toEqual([
      ['checklist-overridden', run.row().label, 'the workspace was removed last week'],
    ]);
    expect(run.row().overrideReason).toBe('the workspace was removed last week');
    expect(run.server.state.deleted).toEqual([]);
    valueOf(await deleteIt(run));
    expect(run.server.state.deleted).toHaveLength(1);
  });

  test('is not overridden where the ledger cannot keep the reason', async () => {
    const run = await waitingRun({ ledger: notedLedger(false).ledger });
    const answer = await run.desk.override(run.row().id, 'nobody will know');
    expect(answer).toEqual({ ok: false, error: { kind: 'ledger-unwritable' } });
    expect((await deleteIt(run)).ok).toBe(false);
    expect(run.server.state.deleted).toEqual([]);
  });
});

describe('the overlap', () => {
  test('ends as many hours later as a person said, from its end where that is to come', async () => {
    const run = await waitingRun();
    expect(run.row().until).toBe(NOW + 24 * HOUR_MS);
    valueOf(await run.desk.keepLonger([run.row().id], 24));
    expect(run.row().until).toBe(NOW + 48 * HOUR_MS);
  });

  test('that is over is counted anew from now', async () => {
    const clock = { now: () => NOW + 100 * HOUR_MS, wait: () => Promise.resolve() };
    const { bench } = await waitingRun();
    const later = await bench.openDesk({ clock });
    const [row] = later.runs().flatMap(({ rows }) => rows);
    valueOf(await later.keepLonger([must(row).id], 24));
    expect(later.runs()[0]?.rows[0]?.until).toBe(NOW + 124 * HOUR_MS);
  });
});

describe('a retirement that a person cancels', () => {
  test('leaves the old token for good, with a reason that the ledger keeps, and forgets the value', async () => {
    const run = await waitingRun();
    const { id, label } = run.row();
    expect((await run.bench.vault.get(id)).ok).toBe(true);
    valueOf(await run.desk.cancelRetirement(id, 'an old runner needs it until June'));
    expect(run.noted).toEqual([['retirement-cancelled', label, 'an old runner needs it until June']]);
    expect(run.row().step).toBe('left');
    expect(run.row().keptBecause).toBe('an old runner needs it until June');
    expect((await run.bench.vault.get(id)).ok).toBe(false);
    expect((await deleteIt(run)).ok).toBe(false);
    expect(run.server.state.deleted).toEqual([]);
  });

  test('goes on waiting where the ledger cannot keep the reason', async () => {
    const run = await waitingRun({ ledger: notedLedger(false).ledger });
    const answer = await run.desk.cancelRetirement(run.row().id, 'nobody will know');
    expect(answer).toEqual({ ok: false, error: { kind: 'ledger-unwritable' } });
    expect(run.row().step).toBe('retiring');
  });
});
