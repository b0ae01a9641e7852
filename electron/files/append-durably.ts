import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

import { syncFolder } from './write-atomically';

/** Appends text to a file of its owner's, made where it is not there; resolves when that outlives a power cut. */
export async function appendDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}
