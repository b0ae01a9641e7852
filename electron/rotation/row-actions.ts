import { assertNever } from '../../shared/assert-never';
import { placeWord } from '../../shared/domain/delivery';
import type { RowAction, RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { lookForStray } from './ambiguity-step';
import { removeByRef } from './create-step';
import { deleteOld } from './delete-step';
import { holdRow, type RowInHand } from './hold-row';
import type { RotationPorts } from './rotation-ports';
import { mayHandOver } from './needs';
import { mayWorkWithNew } from './own-credential-guard';
import type { Row } from './row';
import type { RowWorld } from './row-world';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';
import { readForRef } from './sure-reading';

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
        const tried = await tryAgain({ run, row }, book, scheduler);
        if (tried.ok) await scheduler.takeOn(run, id);
        return tried;
      }
      case 'hand-over':
        if (!mayHandOver(row)) return err({ kind: 'not-possible-now' });
        await book.record(row, { kind: 'handed-to-tray' });
        return ok(null);
      case 'leave':
        return leave({ run, row }, book, scheduler, ports);
      case 'discard-new':
        return discardNew({ run, row }, book, scheduler, ports);
      default:
        return assertNever(action);
    }
  });
}

/** Closes a row as it stands, unless a token that may be ours would be forgotten by it. */
async function leave(
  { run, row }: RowInHand,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  if (row.need?.reason === 'create-unclear') {
    const world = scheduler.worldOf(run, row);
    if (world === undefined) return err({ kind: 'credential-missing' });
    const stray = await lookForStray(row, world);
    if (!stray.ok) return err({ kind: 'api', failure: stray.error });
    if (stray.value.presence === 'present') return err({ kind: 'stray-left' });
    if (stray.value.presence === 'unsure') return err({ kind: 'unproved' });
  }
  await book.record(row, { kind: 'left' });
  await ports.vaultOf(run.connection).drop(row.id);
  return ok(null);
}

/** Puts a row back to where it stopped. One that was being deleted is deleted: that id has been confirmed. */
export async function tryAgain({ run, row }: RowInHand, book: RunBook, scheduler: Scheduler): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const again = await book.record(row, { kind: 'tried-again' });
  if (again.step === 'deleting') await scheduler.inList(run, row, () => deleteOld(again, world));
  return ok(null);
}

/** Takes the new value away from where it was written, deletes the new token, and only then forgets its value. */
async function discardNew(
  { run, row }: RowInHand,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  if (row.newRef === undefined) return err({ kind: 'not-possible-now' });
  const listed = await readForRef(row.newRef, world.list);
  if (!listed.ok) return err({ kind: 'api', failure: listed.error });
  if (listed.value.presence === 'unsure') return err({ kind: 'unproved' });
  if (await mayWorkWithNew(row, world, listed.value.tokens)) return err({ kind: 'in-use' });
  const leftBehind = row.deliveries
    .filter(({ receipt }) => !isUndoable(receipt))
    .map(({ to }) => placeWord(to));
  const { organisation } = run;
  const question = { kind: 'discard-new' as const, organisation, label: row.label, leftBehind };
  if (!(await ports.confirmNatively(question))) return err({ kind: 'declined' });
  const intended = await undoDeliveries(await book.record(row, { kind: 'discard-intended' }), world);
  const { newRef } = row;
  const isRemoved = await scheduler.inList(run, row, () => removeByRef(newRef, world.list));
  if (!isRemoved) return err({ kind: 'unproved' });
  await book.record(intended, { kind: 'left' });
  await world.vault.drop(row.id);
  return ok(null);
}

const isUndoable = (receipt: Row['deliveries'][number]['receipt']) =>
  receipt.kind === 'file' || (receipt.kind === 'variable' && !receipt.wasThere);

/** Undoes what can be undone. A place that refuses keeps a value that will not work, which harms nothing. */
async function undoDeliveries(row: Row, { sinkFor, record }: RowWorld): Promise<Row> {
  let current = row;
  for (const { to, receipt } of row.deliveries) {
    const undone = await sinkFor(to).undo?.(receipt);
    if (undone?.ok === true && undone.value === 'undone')
      current = await record(current, { kind: 'undone', to });
  }
  return current;
}
