import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import type { Part } from './part';

/** A file as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/**
 * Writes a file piece by piece, readable by its owner only, and answers when it is on disk. Others get their turn between two
 * pieces. Rejects with the signal's reason when it is aborted, and with the file system's error.
 */
export async function writeParts(
  path: string,
  name: string,
  parts: Iterable<Part | Uint8Array>,
  { signal, wrote }: { readonly signal: AbortSignal; readonly wrote: (rows: number) => void },
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for (const part of parts) {
      signal.throwIfAborted();
      const content = part instanceof Uint8Array ? part : Buffer.from(part.text, 'utf8');
      hash.update(content);
      bytes += content.byteLength;
      await file.appendFile(content);
      if (!(part instanceof Uint8Array)) wrote(part.rows);
    }
    signal.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
