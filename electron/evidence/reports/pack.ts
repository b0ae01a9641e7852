import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { isAbsent } from '../../files/json-file';
import { syncFolder } from '../../files/write-atomically';
import type { Part } from './part';
import { writeParts, type WrittenFile } from './write-parts';

/** A file that a pack is to have; its content is made when its turn comes. */
export interface PackFile {
  readonly name: string;
  readonly content: () => Promise<Iterable<Part | Uint8Array>> | Iterable<Part | Uint8Array>;
}

export interface PackPorts {
  readonly signal: AbortSignal;
  readonly wrote: (file: string, rows: number) => void;
  readonly randomId: () => string;
}

const MOST_NUMBERS = 1_000;

/**
 * Writes a pack as a folder that is there whole or not at all: beside its place first, then renamed. Never over what is there:
 * a number is added to the name. `last` gets the digests of all other files. Rejects, with nothing left behind, with the
 * signal's reason or the file system's error.
 */
export async function writePack(
  place: { readonly folder: string; readonly name: string },
  files: readonly PackFile[],
  last: { readonly name: string; readonly content: (files: readonly WrittenFile[]) => string },
  ports: PackPorts,
): Promise<{ readonly name: string; readonly files: readonly WrittenFile[] }> {
  const beside = join(place.folder, `.${place.name}.${ports.randomId()}.part`);
  await mkdir(beside, { mode: 0o700 });
  try {
    const written: WrittenFile[] = [];
    for (const { name, content } of files) {
      const wrote = (rows: number) => ports.wrote(name, rows);
      written.push(
        await writeParts(join(beside, name), name, await content(), { signal: ports.signal, wrote }),
      );
    }
    const end = [{ text: last.content(written), rows: 0 }];
    const wrote = () => undefined;
    written.push(await writeParts(join(beside, last.name), last.name, end, { signal: ports.signal, wrote }));
    await syncFolder(beside);
    const name = await moveTo(beside, place);
    return { name, files: written };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function moveTo(
  beside: string,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number += 1) {
    const free = number === 1 ? name : `${name}-${String(number)}`;
    if (await isThere(join(folder, free))) continue;
    await rename(beside, join(folder, free));
    await syncFolder(folder);
    return free;
  }
  throw new Error('no name is free');
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}
