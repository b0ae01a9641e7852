import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { err, ok, type Result } from '../../shared/result';
import { isAbsent } from '../files/json-file';
import { syncFolder, writeAtomically } from '../files/write-atomically';
import type { Cipher } from './cipher';
import type { SecretValue } from './secret-value';
import type { Vault, VaultFailure, VaultKey } from './vault';

/** Keeps each secret in a file of its own, sealed by the operating system's keychain, readable by its owner only. */
export function openDiskVault(folder: string, cipher: Cipher): Vault {
  const fileOf = (key: VaultKey) => join(folder, `${safeName(key)}.sealed`);

  const put = async (key: VaultKey, secret: SecretValue): Promise<Result<null, VaultFailure>> => {
    const file = fileOf(key);
    const sealed = cipher.seal(secret);
    if (!sealed.ok) return sealed;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAtomically(file, sealed.value);
      return ok(null);
    } catch {
      return err('disk');
    }
  };

  const get = async (key: VaultKey): Promise<Result<SecretValue, VaultFailure>> => {
    const file = fileOf(key);
    try {
      return cipher.open(await readFile(file));
    } catch (error) {
      return err(isAbsent(error) ? 'absent' : 'disk');
    }
  };

  const drop = async (key: VaultKey): Promise<Result<null, VaultFailure>> => {
    const file = fileOf(key);
    try {
      await rm(file, { force: true });
      await syncFolder(folder);
      return ok(null);
    } catch (error) {
      return isAbsent(error) ? ok(null) : err('disk');
    }
  };

  return { keeps: 'sealed-on-disk', put, get, drop };
}

/** Keys are made by Rekey; one that could leave the folder is a bug. */
function safeName(key: VaultKey): string {
  if (!/^[a-z]+_[0-9a-z_]{1,80}$/.test(key)) throw new Error('a vault key must be a plain name');
  return key;
}
