import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';

import type { SigningKeyPlace } from '../../../shared/domain/report-request';
import { SecretValue } from '../../credentials/secret-value';
import type { Vault, VaultKey } from '../../credentials/vault';

/** Signs what Rekey hands out, so that whoever has the public key can tell whether it was altered. */
export interface Signer {
  readonly place: SigningKeyPlace;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  /** SHA-256 of the public key (DER), hex: short enough to be compared by telephone. */
  readonly fingerprint: string;
  /** Ed25519, base64. */
  readonly sign: (text: string) => string;
}

const KEY: VaultKey = 'app_signing_key';

/**
 * Opens the key, which is made when it is first asked for, and sealed by the keychain. Where there is none, or where it does not
 * give the key out, a key of this session signs, and what it signs says so; a sealed key is never replaced.
 */
export function openSigner(sealed: () => Vault | undefined): () => Promise<Signer> {
  let ofSession: Promise<Signer> | undefined;
  let kept: Promise<Signer> | undefined;
  const session = () => (ofSession ??= Promise.resolve(signerOf(newKey(), 'session')));
  return async () => {
    const vault = sealed();
    if (vault === undefined) return session();
    kept ??= keptIn(vault).then((signer) => signer ?? session());
    const signer = await kept;
    // The keychain may be unlocked the next time.
    if (signer.place === 'session') kept = undefined;
    return signer;
  };
}

async function keptIn(vault: Vault): Promise<Signer | undefined> {
  const found = await vault.get(KEY);
  if (found.ok) return signerOf(createPrivateKey(found.value.reveal()), 'keychain');
  if (found.error !== 'absent') return undefined;
  const key = newKey();
  const put = await vault.put(KEY, new SecretValue(key.export({ type: 'pkcs8', format: 'pem' }).toString()));
  return put.ok ? signerOf(key, 'keychain') : undefined;
}

const newKey = () => generateKeyPairSync('ed25519').privateKey;

function signerOf(key: KeyObject, place: SigningKeyPlace): Signer {
  const open = createPublicKey(key);
  return {
    place,
    publicKey: open.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256')
      .update(open.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}
