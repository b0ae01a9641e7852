import type { Destination } from '../../shared/domain/destination';
import type { RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import type { RotationPorts } from './rotation-ports';
import type { Row } from './row';
import { journalled } from './row-actions';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

/** What a person can do with a new value that waits for them. */
export interface HandOver {
  readonly reveal: (row: RowId) => Promise<Result<SecretValue, RowFailure>>;
  readonly copyValue: (row: RowId) => Promise<Result<SecretValue, RowFailure>>;
  readonly deliver: (row: RowId, destinations: readonly Destination[]) => Promise<Result<null, RowFailure>>;
  /** The person says that the value is where it is needed. */
  readonly stored: (row: RowId) => Promise<Result<null, RowFailure>>;
}

/** The hand-over tray: values that work and wait for a person. Each look at one is journalled before it is given. */
export function openHandOver(book: RunBook, scheduler: Scheduler, ports: RotationPorts): HandOver {
  const waiting = (id: RowId): Result<{ readonly run: Run; readonly row: Row }, RowFailure> => {
    const found = book.findRow(id);
    if (found === undefined) return err({ kind: 'no-such-row' });
    const isWaiting = found.row.step === 'verified' && found.row.destinations.length === 0;
    return isWaiting ? ok(found) : err({ kind: 'not-possible-now' });
  };

  const give = (id: RowId, kind: 'revealed' | 'copied') =>
    journalled(async (): Promise<Result<SecretValue, RowFailure>> => {
      const found = waiting(id);
      if (!found.ok) return found;
      const { run, row } = found.value;
      const kept = await ports.vaultOf(run.connection).get(row.id);
      if (!kept.ok) return err({ kind: 'value-lost' });
      await book.record(row, { kind });
      return ok(kept.value);
    });

  const goOn = async (run: Run, id: RowId): Promise<Result<null, RowFailure>> =>
    (await scheduler.carryOn(run, id)) ? ok(null) : err({ kind: 'credential-missing' });

  return {
    reveal: (id) => give(id, 'revealed'),
    copyValue: (id) => give(id, 'copied'),
    deliver: (id, destinations) =>
      journalled(async () => {
        const found = waiting(id);
        if (!found.ok) return found;
        await book.record(found.value.row, { kind: 'destinations-chosen', destinations });
        return goOn(found.value.run, id);
      }),
    stored: (id) =>
      journalled(async () => {
        const found = waiting(id);
        if (!found.ok) return found;
        await book.record(found.value.row, { kind: 'proved', by: 'person' });
        return goOn(found.value.run, id);
      }),
  };
}
