import type { ConnectionId } from '../../shared/domain/connection-id';
import { layerVaults } from './layered-vault';
import type { SecretValue } from './secret-value';
import type { Vault, VaultKey } from './vault';

/** The keys of the hashes by which tokens without ids are told apart: one for each host, whichever connection reads it. */
export interface HostKeys {
  /** The host's key. `former` becomes it where there is none yet, so that one connection's hashes stay as they are. */
  readonly keyOf: (address: string, former: SecretValue | undefined) => Promise<SecretValue>;
  readonly forget: (address: string) => Promise<void>;
}

interface HostKeysPorts {
  readonly onDisk: Vault;
  readonly inMemory: Vault;
  readonly keychain: () => 'ready' | 'none' | 'weak';
  readonly idOf: (address: string, login: string) => ConnectionId;
  readonly randomKey: () => SecretValue;
  /** The demo leaves nothing on disk. */
  readonly isDemo: (address: string) => boolean;
}

export function openHostKeys(ports: HostKeysPorts): HostKeys {
  const { onDisk, inMemory, keychain, idOf, randomKey, isDemo } = ports;
  const vault = layerVaults(inMemory, onDisk);
  const keyFor = (address: string): VaultKey => `app_host_${idOf(address, '').slice('con_'.length)}`;
  const made = new Map<string, Promise<SecretValue>>();

  const readOrMake = async (address: string, former: SecretValue | undefined) => {
    const key = keyFor(address);
    const kept = await vault.get(key);
    if (kept.ok) return kept.value;
    const fresh = former ?? randomKey();
    // What is sealed by another keyring is not written over: it may be readable the next time.
    const isFree = kept.error === 'absent';
    const isSealed =
      !isDemo(address) && isFree && keychain() === 'ready' && (await onDisk.put(key, fresh)).ok;
    if (!isSealed) await inMemory.put(key, fresh);
    return fresh;
  };

  return {
    keyOf: (address, former) => {
      const key = made.get(address) ?? readOrMake(address, former);
      made.set(address, key);
      return key;
    },
    forget: async (address) => {
      made.delete(address);
      await onDisk.drop(keyFor(address));
      await inMemory.drop(keyFor(address));
    },
  };
}
