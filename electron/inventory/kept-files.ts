import { constants } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';

import { besideOf } from '../files/beside';

/** Copies that are kept beside a file, however large they are. */
const MOST = 9;
/** A tenth of them would be too many where each is large: those beyond the first two must fit into this together. */
const FEWEST = 2;
const MOST_BYTES = 64 * 1_024 * 1_024;

/** Where the older copies of a file are kept, the newest first. */
export const olderPathsOf = (path: string): readonly string[] =>
  Array.from({ length: MOST }, (_, index) => `${path}.${String(index + 1)}`);

/** Where the file is kept as it was before it was edited for the first time. */
export const originalOf = (path: string): string => `${path}.original`;

/** Keeps the file as it is, for the day when it becomes an older copy; once only, whatever is edited after that. */
export async function keepOriginal(path: string): Promise<void> {
  const original = originalOf(path);
  if ((await sizeOf(original)) > 0 || (await sizeOf(path)) === 0) return;
  const beside = besideOf(original);
  await copyFile(path, beside, constants.COPYFILE_EXCL);
  await rename(beside, original);
}

/**
 * Moves each kept copy of a file one place back, and the file as it was before any edit to the first place; the file itself
 * stays, so that at every instant there is one to start from. The oldest go where there are too many, or too large ones.
 */
export async function keepOlder(path: string): Promise<void> {
  const places = olderPathsOf(path);
  const [first = path] = places;
  for (let index = places.length - 1; index > 0; index -= 1)
    await rename(places[index - 1] ?? '', places[index] ?? '').catch(() => undefined);
  await rename(originalOf(path), first).catch(() => copyFile(path, first).catch(() => undefined));

  let bytes = 0;
  for (const [index, place] of places.entries()) {
    bytes += await sizeOf(place);
    if (index >= FEWEST && bytes > MOST_BYTES) await rm(place, { force: true });
  }
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );
