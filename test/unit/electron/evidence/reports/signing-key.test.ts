import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';

import { openMemoryVault } from '../../../../../electron/credentials/memory-vault';
import { openSigner } from '../../../../../electron/evidence/reports/signing-key';
import { err } from '../../../../../shared/result';

test('a key is made once, kept sealed, and found again by the next start', async () => {
  const vault = openMemoryVault();
  const first = await openSigner(() => vault)();
  const second = await openSigner(() => vault)();
  expect(first.place).toBe('keychain');
  expect(second.fingerprint).toBe(first.fingerprint);
  const signature = Buffer.from(second.sign('a manifest'), 'base64');
  const key = createPublicKey(first.publicKey);
  expect(verify(null, Buffer.from('a manifest'), key, signature)).toBe(true);
  expect(verify(null, Buffer.from('another one'), key, signature)).toBe(false);
});

test('without a keychain a key of this session signs, the same all session long, and says so', async () => {
  const signer = openSigner(() => undefined);
  const [first, second] = [await signer(), await signer()];
  expect(first.place).toBe('session');
  expect(second.fingerprint).toBe(first.fingerprint);
});

test('a sealed key that cannot be opened now is not replaced', async () => {
  const vault = openMemoryVault();
  const kept = await openSigner(() => vault)();
  let isLocked = true;
  const locked = {
    ...vault,
    get: (key: 'app_signing_key') =>
      isLocked ? Promise.resolve(err('unreadable' as const)) : vault.get(key),
  };
  const signer = openSigner(() => locked as typeof vault);
  expect((await signer()).place).toBe('session');
  isLocked = false;
  expect((await signer()).fingerprint).toBe(kept.fingerprint);
});
