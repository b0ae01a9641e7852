import type { RotationPorts, RotationLedger } from '../../electron/rotation/rotation-ports';
import type { ManualConsumer } from '../../shared/domain/consumer';
import type { RunRow } from '../../shared/domain/rotation-run';
import { err, ok } from '../../shared/result';
import { isDecision } from './decisions';
import { confirmed, planFirst, rowsOf } from './rotation-bench';
import { valueOf } from './value-of';
import { setUp } from './rotation-runs';
import { must } from './token-records';

export const ITEM: ManualConsumer = {
  id: 'use_0123456789abcdef',
  kind: 'manual',
  where: 'Terraform Cloud, workspace prod',
};

/** What was written to a ledger: the kind, the label, and the reason. */
export type Noted = readonly [string, string, string];

/** A ledger that a test can read, or one that nothing can be written to. */
export function notedLedger(canWrite = true) {
  const noted: Noted[] = [];
  const ledger: RotationLedger = {
    note: (fact) => {
      if (!isDecision(fact)) return Promise.resolve(ok(null));
      if (!canWrite) return Promise.resolve(err('unwritable'));
      noted.push([fact.kind, fact.label, fact.reason]);
      return Promise.resolve(ok(null));
    },
    noteSoon: () => undefined,
  };
  return { noted, ledger };
}

/** One token whose successor is delivered and proved, and whose old token waits, with a place to tick off by hand. */
export async function waitingRun(over: Partial<RotationPorts> = {}) {
  const { server, bench } = await setUp();
  const { noted, ledger } = notedLedger();
  const desk = await bench.openDesk({ ledger, ...over });
  const plan = await planFirst(bench, desk, 1);
  const { ref } = must(plan.rows[0]);
  const chosen = valueOf(desk.choose(plan.id, { overlapHours: 24, row: { ref, checklist: [ITEM] } }));
  valueOf(await confirmed(desk, chosen));
  await desk.idle();
  const row = (): RunRow => must(rowsOf(desk)[0]);
  return { server, bench, desk, noted, row };
}
