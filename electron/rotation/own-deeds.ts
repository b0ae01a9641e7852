import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OwnDeed } from '../../shared/domain/own-deed';
import type { RowId } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { JournalRecord } from './journal-record';
import { replay } from './replay';
import type { Row } from './row';
import type { RowEvent } from './row-event';

/** Is told what Rekey made and deleted, more than once perhaps. What becomes of it stops nothing. */
export type NoteDeed = (connection: ConnectionId, deed: OwnDeed) => void;

/** What an event says that Rekey itself made or deleted; `row` is as it was before the event. */
export function deedOf(
  row: Pick<Row, 'ref' | 'newRef' | 'orphan' | 'step'>,
  event: RowEvent,
): OwnDeed | undefined {
  switch (event.kind) {
    case 'sealed':
    case 'unwanted-made':
      return { ref: event.newRef, deed: 'made' };
    case 'orphan-found':
      return { ref: event.orphan, deed: 'made' };
    case 'gone':
      // An old token that was found gone before Rekey had sent its delete is somebody else's doing.
      return row.step === 'deleting' ? deleted(row.ref) : undefined;
    case 'removal-agreed':
      return deleted(event.ref);
    case 'orphan-removed':
      return deleted(row.orphan);
    case 'unwanted-removed':
    case 'discard-intended': // A person has said yes to it, and no later event tells that it is done.
      return deleted(row.newRef);
    default:
      return undefined;
  }
}

/** With the item that a token was created for: a journal that goes back to an earlier moment has forgotten it. */
export const deedFor = (deed: OwnDeed, row: RowId): OwnDeed =>
  deed.deed === 'made' ? { ...deed, row } : deed;

const deleted = (ref: TokenRef | undefined): OwnDeed | undefined => ref && { ref, deed: 'deleted' };

/** Tells again what the journal still knows: the app may have ended between an event and its being noted. */
export function noteAgain(records: readonly JournalRecord[], note: NoteDeed): void {
  for (const { connection, before, event, after } of replay(records)) {
    const deed = deedOf(before, event);
    if (deed !== undefined) note(connection, deedFor(deed, after.id));
  }
}
