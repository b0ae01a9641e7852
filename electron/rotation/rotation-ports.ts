import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { RunView } from '../../shared/domain/rotation-run';
import type { TokenKind, TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { CircleCiClient, RemoteToken } from '../circleci/client';
import type { Clock } from '../clock';
import type { Vault } from '../credentials/vault';
import type { Journal } from './journal';
import type { NativeQuestion } from './native-question';
import type { Sink } from './row-world';

/** What rotation needs of the rest of Rekey. */
export interface RotationPorts {
  /** None while the credential is missing. */
  readonly clientOf: (connection: ConnectionId) => CircleCiClient | undefined;
  readonly vaultOf: (connection: ConnectionId) => Vault;
  readonly connectionOf: (connection: ConnectionId) => ConnectionFacts | undefined;
  /** The token as the person saw it. */
  readonly recordOf: (ref: TokenRef) => TokenRecord | undefined;
  readonly refOf: (
    connection: ConnectionId,
    kind: TokenKind,
    project: ProjectSlug | undefined,
    token: RemoteToken,
  ) => TokenRef | undefined;
  readonly sinkFor: (destination: Destination, client: CircleCiClient) => Sink;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly changed: (run: RunView) => void;
  /** A list as it was read while rotating, so that the inventory follows. */
  readonly listRead: (
    connection: ConnectionId,
    project: ProjectSlug | undefined,
    rows: readonly RemoteToken[],
  ) => void;
  /** Called before a run starts: a look under way would show old tokens again at its end. */
  readonly beforeRun: (connection: ConnectionId) => Promise<void>;
  readonly journal: Journal;
  readonly clock: Clock;
  /** 32 hex digits. */
  readonly randomId: () => string;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
}
