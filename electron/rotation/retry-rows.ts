import { err } from '../../shared/result';
import { holdRow } from './hold-row';
import { tryAgain } from './row-actions';
import { inGroups } from './row-groups';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

/** Puts all rows of a run that may be tried again back to where they stopped, while the run is on. */
export async function retryRows(run: Run, book: RunBook, scheduler: Scheduler): Promise<void> {
  const rows = [...run.rows.values()].filter(({ need }) => need?.actions.includes('try-again'));
  await inGroups(
    rows,
    () => run.phase === 'running',
    async ({ id }) => {
      await holdRow(id, book, scheduler, async (inHand) => {
        const isWanted = inHand.row.need?.actions.includes('try-again') === true;
        return isWanted ? tryAgain(inHand, book, scheduler) : err({ kind: 'not-possible-now' });
      });
    },
  );
}
