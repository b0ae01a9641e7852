import type { RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, type Result } from '../../shared/result';
import type { Row } from './row';
import { JournalUnwritable } from './row-world';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

export interface RowInHand {
  readonly run: Run;
  readonly row: Row;
}

/** Does one thing that a person asked for to one row, with nobody else at it, and with the row as it then stands. */
export async function holdRow<Value>(
  id: RowId,
  book: RunBook,
  scheduler: Scheduler,
  work: (inHand: RowInHand) => Promise<Result<Value, RowFailure>>,
): Promise<Result<Value, RowFailure>> {
  if (book.findRow(id) === undefined) return err({ kind: 'no-such-row' });
  const done = await scheduler.alone(id, () =>
    journalled(async () => {
      const found = book.findRow(id);
      return found === undefined ? err({ kind: 'no-such-row' }) : work(found);
    }),
  );
  return done ?? err({ kind: 'busy' });
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
