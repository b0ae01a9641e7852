import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A name beside a file that nobody can foresee, so that nobody can have put a link or a file of theirs there. */
export const besideOf = (path: string): string => `${path}.${randomBytes(8).toString('hex')}.new`;

const LEFTOVER = /^.+\.[0-9a-f]{16}\.new$/;

/** Removes what a crash left half-written in a folder of Rekey's own. Nothing may be under way there meanwhile. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const leftovers = names.filter((name) => LEFTOVER.test(name));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}
