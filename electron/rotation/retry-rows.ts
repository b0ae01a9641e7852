import { err } from '../../shared/result';
import { holdRow } from './hold-row';
import { mayDeleteAgain, tryAgain } from './row-actions';
import type { RotationPorts } from './rotation-ports';
import { inGroups } from './row-groups';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

/** Puts all rows of a run that may be tried again back to where they stopped, while the run is on. */
export async function retryRows(
  run: Run,
  book: RunBook,
  scheduler: Scheduler,
  ports: Pick<RotationPorts, 'confirmNatively'>,
): Promise<void> {
  const all = [...run.rows.values()].filter(({ need }) => need?.actions.includes('try-again'));
  const mayDelete = await mayDeleteAgain(all, run, ports);
  const rows = all.filter(({ need }) => mayDelete || need?.from !== 'deleting');
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
