import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import { MOST_FILE_BYTES } from '../../shared/domain/folder-scan';
import { err, ok, type Result } from '../../shared/result';
import { encodingOf, TELLING_BYTES, type FileEncoding } from './file-encoding';
import type { Hit } from './plain-scanner';
import { inOrder, openTextScanner } from './text-scanner';

/** Why a file was not read to its end; then nothing that was found in it counts. */
export type FileFailure = 'binary' | 'large' | 'unreadable';

const PIECE_BYTES = 64 * 1_024;

/** Reading alone; a link is not followed, and a pipe that nobody writes into is not waited for. */
const HOW = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads a plain file in pieces and finds what has the form of a token. Links are not followed. */
export async function scanFile(
  path: string,
  pieceBytes = PIECE_BYTES,
): Promise<Result<readonly Hit[], FileFailure>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, HOW);
    const found = await file.stat();
    if (!found.isFile()) return err('unreadable');
    return found.size > MOST_FILE_BYTES ? err('large') : await scanPieces(file, Buffer.alloc(pieceBytes));
  } catch {
    return err('unreadable');
  } finally {
    await file?.close().catch(() => undefined);
  }
}

async function scanPieces(file: FileHandle, buffer: Buffer): Promise<Result<readonly Hit[], FileFailure>> {
  const scanner = openTextScanner();
  const hits: Hit[] = [];
  let waiting: Buffer = Buffer.alloc(0);
  let textOf: ((bytes: Buffer) => string | undefined) | undefined;
  let total = 0;
  for (let isEnd = false; !isEnd;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    isEnd = bytesRead === 0;
    total += bytesRead;
    // It grew while it was read.
    if (total > MOST_FILE_BYTES) return err('large');
    waiting = Buffer.concat([waiting, buffer.subarray(0, bytesRead)]);
    if (!isEnd && textOf === undefined && waiting.length < TELLING_BYTES) continue;
    textOf ??= readerFor(encodingOf(waiting));
    const text = textOf(waiting);
    if (text === undefined) return err('binary');
    hits.push(...scanner.take(text));
    waiting = Buffer.alloc(0);
  }
  return ok(inOrder([...hits, ...scanner.end()]));
}

/** Reads bytes as text, piece by piece; `undefined` where they are no text. */
function readerFor(encoding: FileEncoding): (bytes: Buffer) => string | undefined {
  if (encoding === 'binary') return () => undefined;
  // One character a byte: tokens are plain ASCII, and no letter can be cut in two.
  if (encoding === 'bytes') return (bytes) => (bytes.includes(0) ? undefined : bytes.toString('latin1'));
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes, { stream: true });
}
