import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { besideOf } from '../files/beside';
import { syncFolder } from '../files/write-atomically';

/**
 * Writes a file that was not there before, readable by its owner only, and whole from the moment it has its name.
 * Rejects with the error of the file system where there is one of that name, which stays as it is.
 */
export async function writeNewFile(path: string, content: Uint8Array, linkFile = link): Promise<void> {
  const beside = besideOf(path);
  await writeExclusively(beside, content);
  try {
    await linkFile(beside, path).catch(async (error: unknown) => {
      if (isTaken(error)) throw error;
      // Some disks (exFAT, network shares) have no hard links. The name is still never taken from another file.
      await writeExclusively(path, content);
    });
  } finally {
    // What is left behind is encrypted, and no reason to call a written file unwritten.
    await rm(beside, { force: true }).catch(() => undefined);
  }
  // Network shares may refuse this; the file itself is on the disk.
  await syncFolder(dirname(path)).catch(() => undefined);
}

async function writeExclusively(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
