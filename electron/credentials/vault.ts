import type { Result } from '../../shared/result';
import type { SecretValue } from './secret-value';

/**
 * What a value is kept under: a connection's credential, a new value waiting to be handed over, or something of Rekey's own.
 * File-name safe.
 */
export type VaultKey = `con_${string}` | `row_${string}` | `app_${string}`;

/** `unreadable`: something is stored but cannot be unsealed (another keyring, a damaged file). Nothing is lost by it. */
export type VaultFailure = 'no-keychain' | 'disk' | 'absent' | 'unreadable';

/** Keeps secrets. What `put` has answered for is on disk (or, for a session, in memory) before it answers. */
export interface Vault {
  readonly keeps: 'sealed-on-disk' | 'in-memory';
  readonly put: (key: VaultKey, secret: SecretValue) => Promise<Result<null, VaultFailure>>;
  readonly get: (key: VaultKey) => Promise<Result<SecretValue, VaultFailure>>;
  readonly drop: (key: VaultKey) => Promise<Result<null, VaultFailure>>;
}
