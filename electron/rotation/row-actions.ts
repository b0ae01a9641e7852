import { assertNever } from '../../shared/assert-never';
import type { RowAction, RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { removeByRef } from './create-step';
import { deleteOld } from './delete-step';
import type { RotationPorts } from './rotation-ports';
import type { Row } from './row';
import { JournalUnwritable } from './row-world';
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
  const found = book.findRow(id);
  if (found === undefined) return err({ kind: 'no-such-row' });
  const { run, row } = found;
  const isDiscardFromTray = action === 'discard-new' && row.step === 'verified';
  if (!isDiscardFromTray && row.need?.actions.includes(action) !== true)
    return err({ kind: 'not-possible-now' });
  return journalled(async () => {
    switch (action) {
      case 'try-again':
        return tryAgain(run, row, book, scheduler);
      case 'hand-over':
        await book.record(row, { kind: 'handed-to-tray' });
        return ok(null);
      case 'leave':
        await book.record(row, { kind: 'left' });
        await ports.vaultOf(run.connection).drop(row.id);
        return ok(null);
      case 'discard-new':
        return discardNew(run, row, book, scheduler, ports);
      default:
        return assertNever(action);
    }
  });
}

async function tryAgain(run: Run, row: Row, book: RunBook, scheduler: Scheduler): Acted {
  if (scheduler.worldOf(run, row) === undefined) return err({ kind: 'credential-missing' });
  await book.record(row, { kind: 'tried-again' });
  return (await scheduler.carryOn(run, row.id)) ? ok(null) : err({ kind: 'busy' });
}

/** Deletes the new token, and only then forgets its value. The old token is not touched. */
async function discardNew(
  run: Run,
  row: Row,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const { organisation } = run;
  if (!(await ports.confirmNatively({ kind: 'discard-new', organisation, label: row.label }))) {
    return err({ kind: 'declined' });
  }
  const discarded = await scheduler.alone(row.id, async (): Acted => {
    const intended = await book.record(row, { kind: 'discard-intended' });
    if (row.newRef !== undefined && !(await removeByRef(row.newRef, world.list)))
      return err({ kind: 'unproved' });
    await book.record(intended, { kind: 'left' });
    await world.vault.drop(row.id);
    return ok(null);
  });
  return discarded ?? err({ kind: 'busy' });
}

/** Deletes the old tokens of rows that wait for it, after main's own question. */
export async function deleteOldTokens(
  ids: readonly RowId[],
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const found = ids.flatMap((id) => book.findRow(id) ?? []);
  const [first] = found;
  if (first === undefined || found.length !== ids.length) return err({ kind: 'no-such-row' });
  if (found.some(({ row, run }) => row.step !== 'retiring' || run.connection !== first.run.connection)) {
    return err({ kind: 'not-possible-now' });
  }
  // SECURITY X14: creating and deleting are confirmed apart.
  const { organisation } = first.run;
  if (!(await ports.confirmNatively({ kind: 'delete-old', organisation, count: ids.length }))) {
    return err({ kind: 'declined' });
  }
  return journalled(async () => {
    for (const { run, row } of found) {
      const world = scheduler.worldOf(run, row);
      if (world === undefined) return err({ kind: 'credential-missing' });
      await scheduler.alone(row.id, () => deleteOld(run.rows.get(row.id) ?? row, world));
    }
    return ok(null);
  });
}

/** Turns a journal that cannot be written into the failure that it is. */
export async function journalled<Value>(
  work: () => Promise<Result<Value, RowFailure>>,
): Promise<Result<Value, RowFailure>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof JournalUnwritable) return err({ kind: 'journal-unwritable' });
    throw error;
  }
}
