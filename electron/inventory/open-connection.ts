import type { ConnectionFacts } from '../../shared/domain/connection';
import type { CircleCiClient } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';

/** A connection that can be read: its client, and the secrets that the inventory needs in memory. */
export interface OpenConnection {
  readonly facts: ConnectionFacts;
  readonly client: CircleCiClient;
  readonly credential: SecretValue;
  /** The host's key: hashes by which tokens without ids are told apart are made with it. */
  readonly hashKey: SecretValue;
}
