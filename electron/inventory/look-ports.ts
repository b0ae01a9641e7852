import type { ConnectionFacts } from '../../shared/domain/connection';
import type { Instant } from '../../shared/domain/instant';
import type { InventoryBatch } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { CircleCiClient } from '../circleci/client';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import type { TokenNames } from './token-names';

/** What one look at one connection needs. */
export interface LookPorts {
  readonly connection: ConnectionFacts;
  readonly client: CircleCiClient;
  readonly credential: SecretValue;
  readonly hashKey: SecretValue;
  /** What tokens are called that had other refs before. */
  readonly names?: TokenNames;
  /** The register's rows of this connection, kept by hand. */
  readonly byHand: readonly TokenRecord[];
  readonly now: Instant;
  /** Whether Rekey itself deleted the token, so that its absence is explained. */
  readonly isOwnDeletion: (ref: TokenRef) => boolean;
  readonly wait: Clock['wait'];
  readonly heard: (batch: InventoryBatch) => void;
}
