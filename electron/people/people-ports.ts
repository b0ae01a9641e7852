import type { CheckoutKey } from '../../shared/domain/checkout-key';
import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Sighting } from '../../shared/domain/drift';
import type { NamedAccount } from '../../shared/domain/gather-accounts';
import type { RegisterEntry } from '../../shared/domain/inventory';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Result } from '../../shared/result';
import type { Clock } from '../clock';
import type { PeopleBook } from './people-book';

/** What people need of the rest of Rekey. */
export interface PeoplePorts {
  readonly book: PeopleBook;
  readonly factsOf: (connection: ConnectionId) => ConnectionFacts | undefined;
  readonly lastOf: (connection: ConnectionId) => Promise<Sighting | undefined>;
  /** The ref that a project's token of this id has; nothing where the host tells no ids. */
  readonly refOfId: (connection: ConnectionId, project: ProjectSlug, id: string) => TokenRef | undefined;
  /** Lays what a log told beside the inventory. */
  readonly recover: (connection: ConnectionId) => Promise<void>;
  readonly addAllByHand: (
    connection: ConnectionId,
    entries: readonly RegisterEntry[],
  ) => Promise<Result<null, 'storage'>>;
  readonly listKeys: (
    connection: ConnectionId,
    project: ProjectSlug,
    signal: AbortSignal,
  ) => Promise<Result<readonly CheckoutKey[], ApiFailure>>;
  readonly listAccounts: (
    connection: ConnectionId,
    signal: AbortSignal,
  ) => Promise<Result<readonly NamedAccount[], ApiFailure>>;
  readonly note: NoteFact;
  readonly clock: Clock;
  /** How far the import or reading under way has come, from 0 to 1. */
  readonly progress: (connection: ConnectionId, fraction: number) => void;
}
