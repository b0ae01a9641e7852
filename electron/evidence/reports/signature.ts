import { createHash } from 'node:crypto';

import type { Report } from '../../../shared/domain/report';
import type { Signer } from './signing-key';
import type { WrittenFile } from './write-parts';

export const SIGNATURE_FILE = 'signature.json';

export interface Signature {
  /** SHA-256 of the manifest's text, hex. */
  readonly manifestSha256: string;
  /** The content of the signature's file. */
  readonly text: string;
}

/**
 * Signs the files of a pack: a manifest of their digests, and the signature over its text as JSON without spaces, which
 * `npm run verify-report` makes again.
 */
export function signatureOf(
  { kind, parameters }: Pick<Report, 'kind' | 'parameters'>,
  files: readonly WrittenFile[],
  signer: Signer,
): Signature {
  const { organisation, madeAt, appVersion, ledger } = parameters;
  const { place, publicKey, fingerprint } = signer;
  const manifest = {
    format: 'rekey-manifest-1',
    kind,
    organisation,
    madeAt: new Date(madeAt).toISOString(),
    appVersion,
    ledger,
    key: { algorithm: 'ed25519', keptIn: place, fingerprint, publicKey },
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const signed = JSON.stringify(manifest);
  const text = { format: 'rekey-signature-1', manifest, signature: signer.sign(signed) };
  return {
    manifestSha256: createHash('sha256').update(signed).digest('hex'),
    text: `${JSON.stringify(text, null, 2)}\n`,
  };
}
