import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { scrub } from '../../shared/domain/ledger-entry';
import { err, ok, type Result } from '../../shared/result';

/** A file, or what stands for one: its name for people, its size, and its bytes as often as they are asked for. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** The bytes of a file that a person chose. */
export async function fileSource(path: string): Promise<Result<ByteSource, 'disk'>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return err('disk');
    const chunks = (): AsyncIterable<Uint8Array> => createReadStream(path) as AsyncIterable<Buffer>;
    // Kept, and shown: a name may be anything.
    return ok({ name: scrub(basename(path)), size: found.size, chunks });
  } catch {
    return err('disk');
  }
}

const PIECE = 64 * 1_024;

/** The bytes of a text, in pieces as a file has them. */
export function textSource(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.byteLength,
    chunks: async function* () {
      for (let from = 0; from < bytes.byteLength; from += PIECE)
        yield await Promise.resolve(bytes.subarray(from, from + PIECE));
    },
  };
}
