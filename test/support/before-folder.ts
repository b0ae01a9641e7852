import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import type { Cipher } from '../../electron/credentials/cipher';
import { SecretValue } from '../../electron/credentials/secret-value';
import { err, ok } from '../../shared/result';
import { tempFolder } from './temp-folder';

const BEFORE = join(import.meta.dirname, '..', 'fixtures', 'before');

/** What a person had exported; only ever read. */
export const EXPORTED = join(BEFORE, 'exported');

/** The user-data folder as version 0.1.0 left it, in a copy of the running test's own. */
export async function beforeFolder(): Promise<string> {
  const folder = join(await tempFolder(), 'user-data');
  await cp(join(BEFORE, 'user-data'), folder, { recursive: true });
  return folder;
}

const VERSION = Buffer.from('v11');
const IV = Buffer.alloc(16, ' ');

/** Seals as `safeStorage` does on Linux, with the key for a password that a keyring would keep. */
export function cipherOf(password: string): Cipher {
  const key = pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1');
  return {
    strength: () => 'ready',
    seal: (secret) => {
      const cipher = createCipheriv('aes-128-cbc', key, IV);
      return ok(Buffer.concat([VERSION, cipher.update(secret.reveal(), 'utf8'), cipher.final()]));
    },
    open: (sealed) => {
      try {
        const decipher = createDecipheriv('aes-128-cbc', key, IV);
        const plain = Buffer.concat([decipher.update(sealed.subarray(VERSION.length)), decipher.final()]);
        return ok(new SecretValue(plain.toString('utf8')));
      } catch {
        return err('unreadable');
      }
    },
  };
}

/** Opens every seal of the kept vault. */
export const BEFORE_CIPHER = cipherOf('not-a-secret-test-keyring');
