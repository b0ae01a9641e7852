import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import { MOST_FILE_BYTES } from '../../shared/domain/folder-scan';
import { err, ok, type Result } from '../../shared/result';
import { openTextScanner, type Hit } from './text-scanner';

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
  let total = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    total += bytesRead;
    // It grew while it was read.
    if (total > MOST_FILE_BYTES) return err('large');
    const piece = buffer.subarray(0, bytesRead);
    if (piece.includes(0)) return err('binary');
    // One character a byte: tokens are plain ASCII, and no letter can be cut in two.
    hits.push(...scanner.take(piece.toString('latin1')));
  }
  return ok([...hits, ...scanner.end()]);
}
