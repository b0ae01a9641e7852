import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ConsumerEntry } from '../../shared/domain/consumer';
import type { Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { NoteFact, NoteSoon } from '../../shared/domain/ledger-entry';
import type { OverlapHours } from '../../shared/domain/rotation-plan';
import type { RowId, RunChange } from '../../shared/domain/rotation-run';
import type { TokenKind, TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { CircleCiClient, RemoteToken } from '../circleci/client';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import type { Vault } from '../credentials/vault';
import type { Sink } from '../delivery/sink';
import type { Compared, KnownElsewhere } from './known-elsewhere';
import type { Journal } from './journal';
import type { NativeQuestion } from './native-question';
import type { NoteDeed } from './own-deeds';

/** Where tokens are used, as far as it is known; remembered from one rotation to the next. */
export interface ConsumerMemory {
  readonly of: (ref: TokenRef) => ConsumerEntry;
  /** What could not be kept costs a convenience, and stops nothing. */
  readonly remember: (ref: TokenRef, entry: ConsumerEntry) => Promise<void>;
}

/** What was decided and done, for those who will ask. */
export interface RotationLedger {
  /** Answers when it is written down: nothing that a person decided takes effect before. */
  readonly note: NoteFact;
  readonly noteSoon: NoteSoon;
}

/** What rotation needs of the rest of Rekey. */
export interface RotationPorts {
  /** None while the credential is missing. */
  readonly clientOf: (connection: ConnectionId) => CircleCiClient | undefined;
  readonly vaultOf: (connection: ConnectionId) => Vault;
  readonly connectionOf: (connection: ConnectionId) => ConnectionFacts | undefined;
  /** The token as the person saw it. */
  readonly recordOf: (ref: TokenRef, connection?: ConnectionId) => TokenRecord | undefined;
  /** The connections that see a token. */
  readonly seenBy?: (ref: TokenRef) => readonly ConnectionId[];
  readonly refOf: (
    connection: ConnectionId,
    kind: TokenKind,
    project: ProjectSlug | undefined,
    token: RemoteToken,
  ) => TokenRef | undefined;
  /** What the inventory has of a list, the account's own where no project is named. */
  readonly knownIn: (
    connection: ConnectionId,
    project: ProjectSlug | undefined,
  ) => Promise<readonly TokenRef[]>;
  /** Which rows of the account's own list are, or may be, what the connection works with now. */
  readonly mayBeOwn: (connection: ConnectionId, rows: readonly RemoteToken[]) => ReadonlySet<RemoteToken>;
  /** True where a listed token shows this very value, or where the value names its id. */
  readonly isValueOf: (token: RemoteToken, value: SecretValue) => boolean;
  readonly sinkFor: (destination: Destination, connection: ConnectionId, client: CircleCiClient) => Sink;
  readonly consumers: ConsumerMemory;
  readonly ledger: RotationLedger;
  /** The overlap of the policy in force. */
  readonly overlapHours: () => OverlapHours;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly changed: (run: RunChange) => void;
  /** A list as it was read while rotating, so that the inventory follows. */
  readonly listRead: (
    connection: ConnectionId,
    project: ProjectSlug | undefined,
    rows: readonly RemoteToken[],
  ) => void;
  /** Called before a run starts: a look under way would show old tokens again at its end. */
  readonly beforeRun: (connection: ConnectionId) => Promise<void>;
  /** What Rekey made and deleted, so that nobody takes it for somebody else's doing. */
  readonly noteDeed: NoteDeed;
  /** What ledger, vault and own changes know of rotations; absent where there is nothing besides the journal. */
  readonly knownElsewhere?: () => Promise<KnownElsewhere>;
  /** Told once, when the journal was compared with it. */
  readonly compared?: (outcome: Compared) => void;
  /** The item that a token was created for, as own changes have it: they may know what the journal has forgotten. */
  readonly madeFor: (ref: TokenRef) => RowId | undefined;
  readonly journal: Journal;
  readonly clock: Clock;
  /** 32 hex digits. */
  readonly randomId: () => string;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
}
