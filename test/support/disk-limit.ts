import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';

import type { ElectronApplication } from 'playwright/test';

/** Where the system lets one process limit the files of another that is its own: what is past the limit is not written. */
export const canLimitFiles = process.platform === 'linux';

/**
 * From now on no file of the app's main process grows beyond so many bytes, as if the disk were full: the kernel itself
 * refuses the write. It is done from outside: the app has no switch for it.
 */
export async function limitFiles(app: ElectronApplication, bytes: number): Promise<void> {
  await app.evaluate(() => {
    // A limit is told by a signal too, which would end the process; a full disk only fails the write.
    process.on('SIGXFSZ', () => undefined);
  });
  setLimit(app.process().pid, String(bytes));
}

/** Frees the disk again: a window that cannot write cannot be photographed either. */
export const freeFiles = (app: ElectronApplication): void => {
  setLimit(app.process().pid, 'unlimited');
};

/** The same for the process of the test itself, for as long as `work` takes. */
export async function whileFull<Answer>(bytes: number, work: () => Promise<Answer>): Promise<Answer> {
  const ignore = () => undefined;
  process.on('SIGXFSZ', ignore);
  setLimit(process.pid, String(bytes));
  try {
    return await work();
  } finally {
    setLimit(process.pid, 'unlimited');
    process.off('SIGXFSZ', ignore);
  }
}

function setLimit(pid: number | undefined, limit: string): void {
  execFileSync('prlimit', [`--pid=${String(pid)}`, `--fsize=${limit}:`]);
}

export const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;
