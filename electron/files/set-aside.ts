import { link, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { Instant } from '../../shared/domain/instant';
import { syncFolder } from './write-atomically';

/** A file that could not be used, and that is kept under another name for a person to look at. */
export interface SetAsideFile {
  /** The name that Rekey reads, as `register.json`. */
  readonly file: string;
  readonly keptAs: string;
  readonly at: Instant;
}

/** As `register.json.unreadable-20261130-140209`; earlier versions wrote no date. */
const KEPT = /^(.+)\.unreadable(?:-\d{8}-\d{6}(?:-\d+)?)?$/;
const MOST_IN_A_SECOND = 100;

/** Where a file is kept that is set aside now; `number` tells several of one second apart. */
export function setAsideName(path: string, now: Instant, number = 1): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${path}.unreadable-${date}${number === 1 ? '' : `-${String(number)}`}`;
}

/** Moves a file out of the way under a name with a date, never over another one. Answers with the name it has now. */
export async function setAside(
  path: string,
  now: Instant = Date.now(),
  /** The file that this is a copy of. */
  original = path,
): Promise<string> {
  for (let number = 1; number <= MOST_IN_A_SECOND; number += 1) {
    const kept = setAsideName(original, now, number);
    if (await moveToFree(path, kept)) {
      await syncFolder(dirname(path));
      return basename(kept);
    }
  }
  throw new Error('every name is taken');
}

/** False where something is there under the new name already. */
async function moveToFree(path: string, kept: string): Promise<boolean> {
  try {
    await link(path, kept);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Some file systems have no links: looking first is the next best.
    if (
      await stat(kept).then(
        () => true,
        () => false,
      )
    )
      return false;
    await rename(path, kept);
    return true;
  }
  await unlink(path);
  return true;
}

/** Every file of the folders that was set aside, now or by an earlier start, and that nobody has put elsewhere. */
export async function listSetAside(folders: readonly string[]): Promise<readonly SetAsideFile[]> {
  const found = await Promise.all(folders.map(setAsideIn));
  return found.flat().toSorted((one, other) => other.at - one.at);
}

async function setAsideIn(folder: string): Promise<readonly SetAsideFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (keptAs) => {
      const file = KEPT.exec(keptAs)?.[1];
      if (file === undefined) return [];
      const facts = await stat(join(folder, keptAs)).catch(() => undefined);
      return facts === undefined ? [] : [{ file, keptAs, at: dateIn(keptAs) ?? facts.ctimeMs }];
    }),
  );
  return found.flat();
}

function dateIn(name: string): Instant | undefined {
  const parts = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(?:-\d+)?$/.exec(name)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
