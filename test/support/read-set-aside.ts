import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What was set aside of a file, each time that it was. */
export async function readSetAside(path: string): Promise<readonly string[]> {
  const names = await readdir(dirname(path));
  const kept = names.filter((name) => name.startsWith(`${basename(path)}.unreadable-`));
  return Promise.all(kept.map((name) => readFile(join(dirname(path), name), 'utf8')));
}
