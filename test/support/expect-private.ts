import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';

/**
 * Nobody but its owner may read or write the file. Windows has no such bits, and Node makes some up there: on Windows a file
 * is as private as the user's own folder that it is in.
 */
export async function expectPrivate(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  assert.equal((await stat(path)).mode & 0o077, 0, `${path} can be reached by others`);
}
