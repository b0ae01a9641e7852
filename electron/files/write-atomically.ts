import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { besideOf } from './beside';

/**
 * Replaces a file in one step: whoever reads it, now or after a crash, sees the old content or the new, never a mix.
 * The file is readable by its owner only. Rejects with the error of the file system, and then nothing has changed.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  nameBeside = besideOf,
): Promise<void> {
  const beside = nameBeside(path);
  // A file or a link that is already there is neither followed nor overwritten nor removed.
  const file = await open(beside, 'wx', 0o600);
  try {
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a rename or a removal in the folder outlive a power cut. Windows cannot open folders, and needs no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
