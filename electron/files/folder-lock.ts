import { randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { Instant } from '../../shared/domain/instant';
import { err, ok, type Result } from '../../shared/result';
import { besideOf } from './beside';
import { isAbsent } from './json-file';

/** A process of one start of one computer. `boot` and `processStart` are absent where the system does not tell them. */
export interface ProcessId {
  /** The name that people know the computer by. */
  readonly host: string;
  readonly machine: string;
  readonly boot?: string;
  readonly process: number;
  /** Tells a process from a later one with the same number. */
  readonly processStart?: string;
}

export interface LockHolder extends ProcessId {
  readonly since: Instant;
}

export interface LockPorts {
  readonly self: ProcessId;
  readonly now: () => Instant;
  /** When a process of this computer started; `alive` where that is not told, `undefined` where there is none. */
  readonly startOf: (process: number) => Promise<string | undefined>;
}

export interface FolderLock {
  /** Who has the lock now, if that is somebody else. */
  readonly lostTo: () => Promise<LockHolder | undefined>;
  /** At once, as the app is about to end: another computer cannot see that a process is gone. */
  readonly release: () => void;
}

/** Why the folder is not ours. `unreadable`: there is a lock, and it does not say whose it is. */
export type LockFailure =
  | { readonly kind: 'held'; readonly holder: LockHolder; readonly isThisComputer: boolean }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unwritable' };

const LOCK_FILE = 'rekey.lock';

const FORMAT = z.object({
  host: z.string(),
  machine: z.string(),
  boot: z.string().exactOptional(),
  process: z.number().int(),
  processStart: z.string().exactOptional(),
  since: z.number(),
  nonce: z.string(),
});
type Written = z.infer<typeof FORMAT>;

/**
 * Takes a folder for this process alone, across computers. A lock of this computer whose process is gone, or that is of an
 * earlier boot, is stale and replaced; one of another computer never is, unless `takeOver` names the very holder that a person
 * was shown.
 */
export async function lockFolder(
  folder: string,
  ports: LockPorts,
  takeOver?: LockHolder | 'unreadable',
): Promise<Result<FolderLock, LockFailure>> {
  const path = join(folder, LOCK_FILE);
  const nonce = randomBytes(16).toString('hex');
  const written: Written = { ...ports.self, since: ports.now(), nonce };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let round = 0; round < 3; round += 1) {
      if (await create(path, written)) return ok(lockOn(path, written));
      const found = await readLock(path);
      if (found.kind === 'absent') continue;
      const failure = await failureOf(found, ports);
      if (failure !== undefined && !isMeant(failure, takeOver)) return err(failure);
      await removeIfSame(path, found.text);
    }
    const found = await readLock(path);
    return err(found.kind === 'lock' ? heldBy(found.lock, ports.self) : { kind: 'unwritable' });
  } catch {
    return err({ kind: 'unwritable' });
  }
}

type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'lock'; readonly text: string; readonly lock: Written };

async function readLock(path: string): Promise<Found> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    throw error;
  }
  try {
    return { kind: 'lock', text, lock: FORMAT.parse(JSON.parse(text)) };
  } catch {
    return { kind: 'unreadable', text };
  }
}

/** Nothing where the lock is stale. */
async function failureOf(
  found: Exclude<Found, { kind: 'absent' }>,
  { self, startOf }: LockPorts,
): Promise<LockFailure | undefined> {
  if (found.kind === 'unreadable') return { kind: 'unreadable' };
  const { lock } = found;
  if (lock.machine !== self.machine) return heldBy(lock, self);
  const isOtherBoot = lock.boot !== undefined && self.boot !== undefined && lock.boot !== self.boot;
  if (isOtherBoot) return undefined;
  const start = await startOf(lock.process);
  const isGone = start === undefined || (lock.processStart !== undefined && start !== lock.processStart);
  return isGone ? undefined : heldBy(lock, self);
}

const heldBy = (holder: Written, self: ProcessId): LockFailure => ({
  kind: 'held',
  holder,
  isThisComputer: holder.machine === self.machine,
});

const isMeant = (failure: LockFailure, takeOver: LockHolder | 'unreadable' | undefined): boolean => {
  if (failure.kind === 'unreadable') return takeOver === 'unreadable';
  if (failure.kind !== 'held' || takeOver === undefined || takeOver === 'unreadable') return false;
  const { machine, process, since } = failure.holder;
  return machine === takeOver.machine && process === takeOver.process && since === takeOver.since;
};

/** True where the lock is ours. It appears whole or not at all, and never over another one. */
async function create(path: string, written: Written): Promise<boolean> {
  const beside = besideOf(path);
  await writeFile(beside, JSON.stringify(written), { flag: 'wx', mode: 0o600, flush: true });
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    // Some file systems have no links.
    return await writeFile(path, JSON.stringify(written), { flag: 'wx', mode: 0o600, flush: true }).then(
      () => true,
      (refused: unknown) => {
        if (isTaken(refused)) return false;
        throw refused;
      },
    );
  } finally {
    await rm(beside, { force: true });
  }
}

/** Takes the lock away that was judged; one that somebody put in its place meanwhile is put back. */
async function removeIfSame(path: string, judged: string): Promise<void> {
  const aside = besideOf(path);
  try {
    await rename(path, aside);
  } catch (error) {
    if (isAbsent(error)) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function lockOn(path: string, written: Written): FolderLock {
  return {
    lostTo: async () => {
      const found = await readLock(path).catch((): Found => ({ kind: 'absent' }));
      return found.kind === 'lock' && found.lock.nonce !== written.nonce ? found.lock : undefined;
    },
    release: () => {
      try {
        if (readFileSync(path, 'utf8') === JSON.stringify(written)) unlinkSync(path);
      } catch {
        // Whoever comes next on this computer sees that the process is gone.
      }
    },
  };
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
