import { createHash } from 'node:crypto';

import type { TextEncoding } from '../../shared/domain/import-report';
import type { ByteSource } from './byte-source';

/** What the bytes of a file are: how they make a text, and their SHA-256 (hex). */
export interface Inspected {
  readonly encoding: TextEncoding;
  readonly sha256: string;
}

/** Reads all bytes once: a mark at their beginning, or where its zeros are, says what they are, or else they are UTF-8, or nobody knows: Latin-1. */
export async function inspectText(source: ByteSource, signal: AbortSignal): Promise<Inspected> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: TextEncoding | undefined;
  const head: number[] = [];
  for await (const bytes of source.chunks()) {
    if (signal.aborted) break;
    hash.update(bytes);
    if (head.length < 2) head.push(...bytes.subarray(0, 2 - head.length));
    if (encoding === undefined && !decodes(utf8, bytes)) encoding = 'latin-1';
  }
  if (encoding === undefined && !decodes(utf8)) encoding = 'latin-1';
  return { encoding: markedEncoding(head) ?? encoding ?? 'utf-8', sha256: hash.digest('hex') };
}

/** The text of a file, piece by piece, without the mark at its beginning. */
export async function* decodeText(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding);
  for await (const bytes of source.chunks()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

function markedEncoding([first, second]: readonly number[]): TextEncoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: a table begins with a plain letter, of which one byte is nothing in UTF-16 and neither in UTF-8.
  if (first === undefined || second === undefined || (first === 0) === (second === 0)) return undefined;
  return second === 0 ? 'utf-16le' : 'utf-16be';
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
