import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FetchPort } from '../../electron/circleci/fetch-port';
import { systemClock } from '../../electron/clock';
import { compose } from '../../electron/compose';
import type { Core } from '../../electron/core';
import type { Cipher } from '../../electron/credentials/cipher';
import { SecretValue } from '../../electron/credentials/secret-value';
import type { Announce } from '../../electron/ipc/announce';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, ok } from '../../shared/result';
import type { Served } from './served';

/** Everything of Rekey but Electron, connected, with its files in a folder of its own that goes when `work` has ended. */
export async function withCore<Answer>(
  { address, token }: Served,
  fetchPort: FetchPort,
  work: (core: Core, connection: ConnectionId) => Promise<Answer>,
  announce: Announce = () => undefined,
): Promise<Answer> {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-bench-'));
  const core = await compose({
    userData,
    cipher: benchCipher(),
    fetch: fetchPort,
    clock: systemClock(),
    announce,
    confirmNatively: () => Promise.resolve(true),
    targetStore: { all: () => [], keep: () => ok(null) },
    osUser: 'mara',
    showProgress: () => undefined,
    notifier: { isSupported: () => false, show: () => undefined },
    showBadge: () => undefined,
    printPdf: () => Promise.reject(new Error('no printer')),
    version: '0.0.0',
  });
  const connected = await core.connections.connect({
    address,
    token: new SecretValue(token),
    name: 'acme',
    keep: 'keychain',
    isDemo: false,
  });
  if (!connected.ok) throw new Error('the bench could not connect');
  try {
    return await work(core, connected.value.id);
  } finally {
    await core.close();
    // What was planned is followed into the inventory a little later, and may still be written.
    await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** As much work as a keychain's key is: AES-256-GCM, with a key of this run. */
function benchCipher(): Cipher {
  const key = randomBytes(32);
  return {
    strength: () => 'ready',
    seal: (secret) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
      return ok(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
    },
    open: (sealed) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
        decipher.setAuthTag(sealed.subarray(12, 28));
        const plain = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
        return ok(new SecretValue(plain.toString('utf8')));
      } catch {
        return err('unreadable');
      }
    },
  };
}
