import { err, ok, type Result } from '../../shared/result';
import { SecretValue } from './secret-value';

/** Seals and opens secrets with a key that the operating system keeps for this user. */
export interface Cipher {
  /** `weak`: the key is one that the whole world knows. `none`: there is no keychain, or it is locked. */
  readonly strength: () => 'ready' | 'none' | 'weak';
  readonly seal: (secret: SecretValue) => Result<Buffer, 'no-keychain'>;
  readonly open: (sealed: Buffer) => Result<SecretValue, 'unreadable' | 'no-keychain'>;
}

/**
 * Electron's `safeStorage`, as much of it as both the oldest and the newest runtime have: the newest calls it deprecated,
 * the oldest has nothing else.
 */
export interface KeychainStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (plain: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
  readonly getSelectedStorageBackend?: () => string;
}

/** The keychain of this computer. SECURITY X3: a key that everybody knows is not encryption, and is refused. */
export function keychainCipher(storage: KeychainStorage, platform: NodeJS.Platform): Cipher {
  const strength = () => {
    if (platform === 'linux' && storage.getSelectedStorageBackend?.() === 'basic_text') return 'weak';
    return storage.isEncryptionAvailable() ? 'ready' : 'none';
  };
  return {
    strength,
    seal: (secret) =>
      strength() === 'ready' ? ok(storage.encryptString(secret.reveal())) : err('no-keychain'),
    open: (sealed) => {
      if (strength() !== 'ready') return err('no-keychain');
      try {
        return ok(new SecretValue(storage.decryptString(sealed)));
      } catch {
        return err('unreadable');
      }
    },
  };
}
