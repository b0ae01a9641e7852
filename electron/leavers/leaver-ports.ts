import type { CheckoutKeys } from '../../shared/domain/checkout-key';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Destination } from '../../shared/domain/destination';
import type { OwnDeeds, Sighting } from '../../shared/domain/drift';
import type { Leaver } from '../../shared/domain/leaver';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import type { PersonFacts } from '../../shared/domain/people';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Clock } from '../clock';
import type { LeaverBook } from './leaver-book';

/** What leavers need of the rest of Rekey. */
export interface LeaverPorts {
  readonly book: LeaverBook;
  readonly connections: () => readonly ConnectionFacts[];
  readonly lastOf: (connection: ConnectionId) => Promise<Sighting | undefined>;
  readonly ownDeedsOf: (connection: ConnectionId) => OwnDeeds;
  /** The person known by this name, and where their names come from; nothing where nobody is. */
  readonly personOf: (
    connection: ConnectionId,
    name: string,
  ) => Promise<Pick<PersonFacts, 'name' | 'aliases' | 'sources'> | undefined>;
  readonly keysOf: (connection: ConnectionId) => CheckoutKeys | undefined;
  /** Where Rekey delivered a token's value. */
  readonly placesOf: (ref: TokenRef) => readonly Destination[];
  readonly note: NoteFact;
  readonly clock: Pick<Clock, 'now'>;
  /** 32 hex digits. */
  readonly randomId: () => string;
  readonly changed: (leavers: readonly Leaver[]) => void;
}
