import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { verifyText } from '../../../support/ledgers';
import { decisionsOf } from '../../../support/decisions';
import { openConsumerMap } from '../../../../electron/delivery/consumer-map';
import { parseManualConsumerId } from '../../../../shared/domain/consumer';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp, stepsOf } from '../../../support/rotation-runs';
import { must, NOW } from '../../../support/token-records';

const HOUR_MS = 3_600_000;
const item = must(parseManualConsumerId(`use_${'0'.repeat(16)}`));

/** One row that waits with a day of overlap and an open checklist. */
async function waiting() {
  const { server, bench, folder, desk } = await setUp();
  const { id, rows } = await planFirst(bench, desk, 1);
  const { ref } = must(rows[0]);
  const checklist = [{ id: item, kind: 'manual' as const, where: 'the wiki' }];
  const plan = valueOf(desk.choose(id, { row: { ref, checklist }, overlapHours: 24 }));
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  const row = must(rowsOf(desk)[0]);
  const ledger = async () =>
    valueOf(verifyText(await readFile(join(folder, 'ledger.jsonl'), 'utf8'))).entries;
  return { server, bench, folder, desk, row, ledger };
}

describe('an old token that waits', () => {
  test('waits out the overlap of the plan, and longer when a person says so', async () => {
    const { desk, row } = await waiting();
    expect(row.until).toBe(NOW + 24 * HOUR_MS);
    valueOf(await desk.keepLonger([row.id], 72));
    expect(rowsOf(desk)[0]?.until).toBe(NOW + 96 * HOUR_MS);
  });

  test('that has waited long enough is kept longer from now on', async () => {
    const { bench, row } = await waiting();
    const later = NOW + 1_000 * HOUR_MS;
    const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
    const desk = await bench.openDesk({ clock: { now: () => later, wait } });
    valueOf(await desk.keepLonger([row.id], 1));
    expect(rowsOf(desk)[0]?.until).toBe(later + HOUR_MS);
  });

  test('is not deleted while its checklist is open, ticked or not in time', async () => {
    const { server, desk, row } = await waiting();
    expect(await deleteAllOld(desk)).toEqual({ ok: false, error: { kind: 'checklist-open', count: 1 } });
    valueOf(await desk.tick(row.id, item, true));
    valueOf(await desk.tick(row.id, item, false));
    expect(await deleteAllOld(desk)).toEqual({ ok: false, error: { kind: 'checklist-open', count: 1 } });
    expect(server.state.deleted).toEqual([]);
    valueOf(await desk.tick(row.id, item, true));
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
  });

  test('is deleted with an open checklist only for a reason, which the ledger keeps', async () => {
    const { desk, row, ledger } = await waiting();
    valueOf(await desk.override(row.id, 'the wiki is gone'));
    expect(decisionsOf(await ledger()).map(({ kind, token, reason }) => [kind, token, reason])).toEqual([
      ['checklist-overridden', row.ref, 'the wiki is gone'],
    ]);
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
  });

  test('stays when a person keeps it for a reason, which the ledger keeps too', async () => {
    const { server, desk, row, ledger } = await waiting();
    valueOf(await desk.cancelRetirement(row.id, 'still in use'));
    expect(stepsOf(desk)).toEqual(['left']);
    expect(rowsOf(desk)[0]?.keptBecause).toBe('still in use');
    expect(decisionsOf(await ledger()).map(({ kind }) => kind)).toEqual(['retirement-cancelled']);
    expect(server.state.deleted).toEqual([]);
  });
});

test('what is known of an old token’s consumers is known of the new one’s', async () => {
  const { bench, folder, row } = await waiting();
  const listed = valueOf(await bench.client().listProjectTokens(must(row.project)));
  const made = bench.refFor('project', row.project, must(listed.at(-1)));
  const map = await openConsumerMap(join(folder, 'consumers.json'));
  expect(map.of(made)).toEqual({
    destinations: row.destinations,
    checklist: [{ id: item, kind: 'manual', where: 'the wiki' }],
    lastFour: row.newLastFour,
  });
});

test('a successor that is to do less does less, and none can do more', async () => {
  const { server, bench, desk } = await setUp();
  const admin = must([...bench.records.values()].find(({ scope }) => scope === 'all'));
  const status = must([...bench.records.values()].find(({ scope }) => scope === 'status'));
  const { id } = valueOf(await desk.plan(admin.connection, [admin.ref, status.ref]));
  valueOf(desk.choose(id, { row: { ref: admin.ref, newScope: 'view-builds' } }));
  const plan = valueOf(desk.choose(id, { row: { ref: status.ref, newScope: 'all' } }));
  expect(plan.rows.map(({ newScope }) => newScope)).toEqual(['view-builds', 'status']);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  expect(new Set(stepsOf(desk))).toEqual(new Set(['verified']));
  const scopesIn = (project: string | undefined, label: string) =>
    server.state.projects
      .find(({ slug }) => slug === project)
      ?.tokens.filter((token) => token.label === label && token.createdAt === NOW)
      .map(({ scope }) => scope);
  expect(scopesIn(admin.project, admin.label)).toEqual(['view-builds']);
  expect(scopesIn(status.project, status.label)).toEqual(['status']);
});
