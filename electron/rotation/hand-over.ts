import type { Destination } from '../../shared/domain/destination';
import type { RowFailure, RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { holdRow, type RowInHand } from './hold-row';
import { ledgerToken } from './ledger-facts';
import type { RotationPorts } from './rotation-ports';
import type { RowEvent } from './row-event';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';

/** What a person can do with a new value that waits for them. */
export interface HandOver {
  readonly reveal: (row: RowId) => Promise<Result<SecretValue, RowFailure>>;
  readonly copyValue: (row: RowId) => Promise<Result<SecretValue, RowFailure>>;
  /** The value for a badge, which is changed by hand: also once it was delivered elsewhere, for as long as it is held. */
  readonly copyBadge: (row: RowId) => Promise<Result<SecretValue, RowFailure>>;
  readonly deliver: (row: RowId, destinations: readonly Destination[]) => Promise<Result<null, RowFailure>>;
  /** The person says that the value, which they have seen or copied, is where it is needed. */
  readonly stored: (row: RowId) => Promise<Result<null, RowFailure>>;
}

/** The hand-over tray: values that work and wait for a person. Each look at one is journalled before it is given. */
export function openHandOver(book: RunBook, scheduler: Scheduler, ports: RotationPorts): HandOver {
  const whileWaiting = <Value>(
    id: RowId,
    work: (inHand: RowInHand) => Promise<Result<Value, RowFailure>>,
  ): Promise<Result<Value, RowFailure>> =>
    holdRow(id, book, scheduler, async (inHand) => {
      const { step, destinations } = inHand.row;
      const isWaiting = step === 'verified' && destinations.length === 0;
      return isWaiting ? work(inHand) : err({ kind: 'not-possible-now' });
    });

  const give = async (
    { run, row }: RowInHand,
    kind: 'revealed' | 'copied',
  ): Promise<Result<SecretValue, RowFailure>> => {
    const kept = await ports.vaultOf(run.connection).get(row.id);
    if (!kept.ok) return err({ kind: 'value-lost' });
    const fact = { kind: `value-${kind}` as const, ...ledgerToken(row), row: row.id };
    if (!(await ports.ledger.note(fact, run.connection)).ok) return err({ kind: 'ledger-unwritable' });
    await book.record(row, { kind });
    return ok(kept.value);
  };

  /** Writes an event down and goes on from there; neither without the credential, nor with anybody else at the row. */
  const goOn = async ({ run, row }: RowInHand, event: RowEvent): Promise<Result<null, RowFailure>> => {
    if (scheduler.worldOf(run, row) === undefined) return err({ kind: 'credential-missing' });
    await book.record(row, event);
    await scheduler.takeOn(run, row.id);
    return ok(null);
  };

  return {
    reveal: (id) => whileWaiting(id, (inHand) => give(inHand, 'revealed')),
    copyValue: (id) => whileWaiting(id, (inHand) => give(inHand, 'copied')),
    copyBadge: (id) =>
      holdRow(id, book, scheduler, async (inHand) => {
        const { step, destinations, holdsValue } = inHand.row;
        const isWaiting = step === 'retiring' || (step === 'verified' && destinations.length === 0);
        return isWaiting && holdsValue ? give(inHand, 'copied') : err({ kind: 'not-possible-now' });
      }),
    deliver: (id, destinations) =>
      whileWaiting(id, async (inHand) => {
        // Rekey's own place is main's to choose.
        const isOwnPlace = destinations.some(({ kind }) => kind === 'this-connection');
        if (isOwnPlace || destinations.length === 0) return err({ kind: 'not-possible-now' });
        if (destinations.some((to) => book.isTaken(to, id))) return err({ kind: 'place-taken' });
        return goOn(inHand, { kind: 'destinations-chosen', destinations });
      }),
    stored: (id) =>
      whileWaiting(id, async (inHand) => {
        const { wasRevealed, wasCopied } = inHand.row;
        // What nobody has seen is stored nowhere: with the old token, the only way in would be deleted.
        if (!wasRevealed && !wasCopied) return err({ kind: 'not-possible-now' });
        return goOn(inHand, { kind: 'proved', by: 'person' });
      }),
  };
}
