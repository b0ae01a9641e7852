import { assertNever } from '../../shared/assert-never';
import type { RowAction, RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { deleteOld } from './delete-step';
import { discardNew } from './discard-new';
import { holdRow, type RowInHand } from './hold-row';
import { leaveRow } from './leave-row';
import { mayHandOver } from './needs';
import { declareNotOurs, reviewFound } from './review-found';
import type { RotationPorts } from './rotation-ports';
import { needsAttestation, openItemsOf, type Row } from './row';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

type Acted = Promise<Result<null, RowFailure>>;

/** Does what a person chose about a row that needs them, or discards a value from the hand-over tray. */
export async function actOnRow(
  id: RowId,
  action: RowAction,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  return holdRow(id, book, scheduler, async ({ run, row }): Acted => {
    const isDiscardFromTray = action === 'discard-new' && row.step === 'verified';
    if (!isDiscardFromTray && row.need?.actions.includes(action) !== true)
      return err({ kind: 'not-possible-now' });
    switch (action) {
      case 'try-again': {
        if (!(await mayDeleteAgain([row], run, ports))) return err({ kind: 'declined' });
        const tried = await tryAgain({ run, row }, book, scheduler);
        if (tried.ok) await scheduler.takeOn(run, id);
        return tried;
      }
      case 'hand-over':
        if (!mayHandOver(row)) return err({ kind: 'not-possible-now' });
        await book.record(row, { kind: 'handed-to-tray' });
        return ok(null);
      case 'review-found':
        return reviewFound({ run, row }, book, scheduler, ports);
      case 'not-ours':
        return declareNotOurs({ run, row }, book, scheduler, ports);
      case 'leave':
        return leaveRow({ run, row }, book, scheduler, ports);
      case 'discard-new':
        return discardNew({ run, row }, book, scheduler, ports);
      default:
        return assertNever(action);
    }
  });
}

/**
 * SECURITY X14: a deletion that stopped may have been confirmed long ago, so a person is asked once more before it is tried
 * again.
 */
export async function mayDeleteAgain(
  rows: readonly Row[],
  { organisation }: Run,
  { confirmNatively }: Pick<RotationPorts, 'confirmNatively'>,
): Promise<boolean> {
  const count = rows.filter(({ need }) => need?.from === 'deleting').length;
  return count === 0 || confirmNatively({ kind: 'delete-old', organisation, count });
}

/** Puts a row back to where it stopped. One that was being deleted is deleted. */
export async function tryAgain({ run, row }: RowInHand, book: RunBook, scheduler: Scheduler): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const isDeletion = row.need?.from === 'deleting';
  if (isDeletion && openItemsOf(row) > 0) return err({ kind: 'checklist-open', count: 1 });
  if (isDeletion && needsAttestation(row)) return err({ kind: 'attestation-open', count: 1 });
  await world.list.answered();
  const again = await book.record(row, { kind: 'tried-again' });
  if (again.step === 'deleting') await scheduler.inList(run, row, () => deleteOld(again, world));
  return ok(null);
}
