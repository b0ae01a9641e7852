import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { OverlapHours } from '../../shared/domain/rotation-plan';
import type { RowId, RunChange, RunId, RunPhase, RunRow, RunView } from '../../shared/domain/rotation-run';
import type { JournalRecord } from './journal-record';
import { heldIfDoubtful } from './hold-doubtful';
import { isClosed, newRow, notProvableOf, type Row } from './row';
import { follow } from './transition';

/** One bulk rotation in memory. Rows are replaced as they change; `phase` follows the person and the host. */
export interface Run {
  readonly id: RunId;
  readonly connection: ConnectionId;
  readonly organisation: string;
  readonly overlapHours: OverlapHours;
  readonly startedAt: Instant;
  endedAt: Instant | undefined;
  phase: RunPhase;
  readonly rows: Map<RowId, Row>;
}

/**
 * What the journal says of the past: every run that was not closed, with its rows as they were last written down. An order of
 * records that cannot be never throws: the rows that it concerns are stopped, and all others are as they were.
 */
export function runsFrom(records: readonly JournalRecord[]): Map<RunId, Run> {
  const runs = new Map<RunId, Run>();
  const all = new Map<RunId, Run>();
  const runOfRow = new Map<RowId, Run>();
  const early = new Set<RowId>();
  for (const record of records) {
    if (record.kind === 'run-started') {
      // The same line once more is no second run.
      if (all.has(record.run)) continue;
      const run = startRun(record);
      all.set(run.id, run);
      runs.set(run.id, run);
      for (const [id, row] of run.rows) {
        if (early.has(id)) run.rows.set(id, { ...row, isDoubtful: true });
        runOfRow.set(id, run);
      }
    } else if (record.kind === 'row') {
      const run = runOfRow.get(record.row);
      const row = run?.rows.get(record.row);
      if (run === undefined || row === undefined) early.add(record.row);
      else run.rows.set(row.id, follow(row, record.event));
    } else if (record.kind === 'run-closed') {
      runs.delete(record.run);
    } else {
      const run = runs.get(record.run);
      if (run !== undefined) endRun(run, record.at);
    }
  }
  // Only a run whose rows have all come to their end is closed.
  for (const run of all.values()) if (!runs.has(run.id)) keepWhatIsOpen(run, runs);
  for (const run of runs.values()) {
    for (const row of run.rows.values()) run.rows.set(row.id, heldIfDoubtful(row));
    reopen(run);
  }
  return runs;
}

function keepWhatIsOpen(run: Run, runs: Map<RunId, Run>): void {
  if ([...run.rows.values()].every(isClosed)) return;
  for (const row of run.rows.values()) if (!isClosed(row)) run.rows.set(row.id, { ...row, isDoubtful: true });
  runs.set(run.id, run);
}

/** An ended run of which a row is to be begun again goes on by `Resume`, as one that the app did not live to end. */
export function reopen(run: Run): void {
  const isToBegin = [...run.rows.values()].some(({ step }) => step === 'planned');
  if (run.phase === 'ended' && isToBegin) run.phase = 'interrupted';
}

export function startRun(record: Extract<JournalRecord, { kind: 'run-started' }>): Run {
  const { run: id, connection, organisation, overlapHours, at, rows } = record;
  return {
    id,
    connection,
    organisation,
    overlapHours,
    startedAt: at,
    endedAt: undefined,
    phase: 'interrupted',
    rows: new Map(rows.map((seed) => [seed.id, newRow(id, seed)])),
  };
}

export function endRun(run: Run, at: Instant): void {
  run.phase = 'ended';
  run.endedAt = at;
}

/** The run as the page sees it. */
export const viewOf = (run: Run): RunView => ({
  ...headOf(run),
  rows: [...run.rows.values()].map(viewOfRow),
});

/** What the page has to hear when only some rows changed. */
export const changeOf = (run: Run, changed: ReadonlySet<RowId>): RunChange => ({
  ...headOf(run),
  rows: [...changed].flatMap((id) => run.rows.get(id) ?? []).map(viewOfRow),
  settled: [...run.rows.values()].filter(isAtRest).length,
  of: run.rows.size,
});

function headOf({ id, connection, organisation, startedAt, endedAt, phase }: Run): Omit<RunView, 'rows'> {
  return { id, connection, organisation, startedAt, ...(endedAt !== undefined && { endedAt }), phase };
}

/** True where the run itself will do nothing more to the row. */
export const isAtRest = ({ step, destinations }: Row): boolean =>
  ['retiring', 'gone', 'left', 'needs-you'].includes(step) ||
  (step === 'verified' && destinations.length === 0);

function viewOfRow(row: Row): RunRow {
  const { id, ref, kind, scope, newScope, label, destinations, deliveries, step, holdsValue, ticked } = row;
  const notProvable = notProvableOf(row);
  return {
    id,
    ref,
    kind,
    scope,
    newScope,
    label,
    destinations,
    deliveries,
    checklist: row.checklist.map((item) => ({ ...item, isTicked: ticked.includes(item.id) })),
    step,
    holdsValue,
    ...(row.project !== undefined && { project: row.project }),
    ...(row.projectName !== undefined && { projectName: row.projectName }),
    ...(row.createdAt !== undefined && { createdAt: row.createdAt }),
    ...(row.lastFour !== undefined && { lastFour: row.lastFour }),
    ...(row.newRef !== undefined && { newRef: row.newRef }),
    ...(row.need !== undefined && { need: shownNeed(row.need) }),
    ...(row.unexplained?.length && { unexplained: row.unexplained }),
    ...(row.newLastFour !== undefined && { newLastFour: row.newLastFour }),
    ...(row.goneAt !== undefined && { goneAt: row.goneAt }),
    ...(row.until !== undefined && { until: row.until }),
    ...(notProvable !== undefined && { notProvable }),
    ...(row.weakerProof && { weakerProof: true as const }),
    ...(row.storedByPerson && { storedByPerson: true as const }),
    ...(row.attestedBecause !== undefined && { attestedBecause: row.attestedBecause }),
    ...(row.overrideReason !== undefined && { overrideReason: row.overrideReason }),
    ...(row.keptBecause !== undefined && { keptBecause: row.keptBecause }),
    ...(row.passedOver !== undefined && { passedOver: row.passedOver }),
    ...(row.wasRevealed && { wasRevealed: true as const }),
    ...(row.wasCopied && { wasCopied: true as const }),
    ...(row.askedLabel !== label && { newLabel: row.askedLabel }),
  };
}

const shownNeed = ({ reason, failure, actions }: NonNullable<Row['need']>) => ({
  reason,
  actions,
  ...(failure !== undefined && { failure }),
});
