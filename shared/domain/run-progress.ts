import type { RowId, RunRow, RunView } from './rotation-run';

const AT_WORK: ReadonlySet<RunView['phase']> = new Set(['running', 'pausing', 'stopping']);

/**
 * How far all that is under way has come, 0 to 1: the rows of every run at work, and the old tokens of the batch that is
 * being deleted, once the first of them is in hand. `undefined` when nothing is under way.
 */
export function progressOf(
  runs: readonly RunView[],
  toDelete: ReadonlySet<RowId> = new Set(),
): number | undefined {
  const created = runs.filter(({ phase }) => AT_WORK.has(phase)).flatMap(({ rows }) => rows);
  const batch = runs.flatMap(({ rows }) => rows).filter(({ id }) => toDelete.has(id));
  const deleted = batch.some(({ step }) => step !== 'retiring') ? batch : [];
  const of = created.length + deleted.length;
  if (of === 0) return undefined;
  return (created.filter(isSettled).length + deleted.filter(isDecided).length) / of;
}

/** True where the run by itself will do nothing more to the row. */
const isSettled = ({ step, destinations }: RunRow): boolean =>
  ['retiring', 'gone', 'left', 'needs-you'].includes(step) ||
  (step === 'verified' && destinations.length === 0);

/** True where the deletion of the old token has come to an end, good or not. */
const isDecided = ({ step }: RunRow): boolean => step !== 'retiring' && step !== 'deleting';
