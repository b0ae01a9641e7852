import type { RowId, RunView } from '../shared/domain/rotation-run';
import { progressOf } from '../shared/domain/run-progress';

/** Keeps the dock or taskbar at what all runs and the deletions under way have come to. */
export interface Progress {
  /** To be called whenever a run has changed. */
  readonly changed: () => void;
  /** Counts the deletion of these rows' old tokens while `work` lasts, unless others are being deleted already. */
  readonly whileDeleting: <T>(rows: readonly RowId[], work: () => Promise<T>) => Promise<T>;
}

export function followProgress(
  runs: () => readonly RunView[],
  show: (fraction: number | undefined) => void,
): Progress {
  let batch: ReadonlySet<RowId> = new Set();
  const changed = () => {
    show(progressOf(runs(), batch));
  };
  return {
    changed,
    whileDeleting: async (rows, work) => {
      if (batch.size > 0) return work();
      batch = new Set(rows);
      try {
        return await work();
      } finally {
        batch = new Set();
        changed();
      }
    },
  };
}
