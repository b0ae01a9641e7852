import { err, ok } from '../../shared/result';
import type { SecretValue } from './secret-value';
import type { Vault, VaultKey } from './vault';

/** Keeps secrets until the app ends, for the demo and for machines without a keychain. Nothing is written. */
export function openMemoryVault(): Vault {
  const kept = new Map<VaultKey, SecretValue>();
  return {
    keeps: 'in-memory',
    put: (key, secret) => {
      kept.set(key, secret);
      return Promise.resolve(ok(null));
    },
    get: (key) => {
      const secret = kept.get(key);
      return Promise.resolve(secret ? ok(secret) : err('absent'));
    },
    drop: (key) => {
      kept.delete(key);
      return Promise.resolve(ok(null));
    },
  };
}
