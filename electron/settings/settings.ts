import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IpcMain } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { PageMemory } from '../../shared/domain/saved-view';
import { err, ok, type Result } from '../../shared/result';
import { setAsideName } from '../files/set-aside';
import {
  preferences,
  readPreferences,
  type Preferences,
  type ReadPreferences,
  type WindowPlace,
} from './preferences';

export interface Settings {
  readonly windowPlace: () => WindowPlace | undefined;
  readonly rememberWindow: (place: WindowPlace) => void;
  /** Commands and folders that a person set up. */
  readonly targets: () => readonly DeliveryTarget[];
  /** `disk`: nothing was written, and what was kept before still is. */
  readonly keepTargets: (all: readonly DeliveryTarget[]) => Result<null, 'disk'>;
  readonly page: {
    readonly memory: () => PageMemory;
    readonly remember: (memory: PageMemory) => Result<null, 'disk'>;
  };
}

/**
 * Opens the preferences in a folder. What another version wrote besides is kept; where something cannot be read, a copy of
 * the whole file is kept under a name with a date before anything is written.
 */
export function openSettings(folder: string, ipc: Pick<IpcMain, 'removeAllListeners'>): Settings {
  const path = join(folder, 'preferences.json');
  const { isReadable, known, unreadable } = readFileOf(path);
  if (!isReadable || unreadable.length > 0) keepCopy(path);
  // Without a schema of the store's own: its validator takes longer to come up than all that it would validate.
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name: 'preferences',
    clearInvalidConfig: true,
    configFileMode: 0o600, // SECURITY X4
  });
  ipc.removeAllListeners('electron-store-get-data'); // SECURITY X6: the store listens to any page; nobody should.
  // What cannot be read is in the copy, and is not complained of again at the next start.
  if (unreadable.length > 0) writeQuietly(() => (store.store = withPart(store.store, known)));
  const read = (): Preferences => readPreferences(store.store).known;
  const keep = (part: Preferences): Result<null, 'disk'> => {
    try {
      store.store = withPart(store.store, preferences.parse(part));
      return ok(null);
    } catch {
      return err('disk');
    }
  };
  return {
    windowPlace: () => read().window,
    rememberWindow: (window) => void keep({ window }),
    targets: () => read().targets ?? [],
    keepTargets: (targets) => keep({ targets }),
    page: {
      memory: () => read().page ?? { views: [] },
      remember: (page) => keep({ page }),
    },
  };
}

/** Everything that was there, whoever wrote it, with some parts as they are now. */
const withPart = (all: Readonly<Record<string, unknown>>, part: Preferences): Record<string, unknown> => ({
  ...all,
  ...part,
  ...(part.page !== undefined && { page: { ...unknownKeysOf(all['page']), ...part.page } }),
});

const PAGE_KEYS: ReadonlySet<string> = new Set(['views', 'layout', 'isOverviewFolded']);

const unknownKeysOf = (page: unknown): Readonly<Record<string, unknown>> =>
  typeof page === 'object' && page !== null
    ? Object.fromEntries(Object.entries(page).filter(([key]) => !PAGE_KEYS.has(key)))
    : {};

function readFileOf(path: string): ReadPreferences & { readonly isReadable: boolean } {
  if (!existsSync(path)) return { isReadable: true, known: {}, unreadable: [] };
  try {
    const raw = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')));
    return { isReadable: true, ...readPreferences(raw) };
  } catch {
    return { isReadable: false, known: {}, unreadable: [] };
  }
}

const keepCopy = (path: string): void =>
  writeQuietly(() => {
    copyFileSync(path, setAsideName(path, Date.now()), constants.COPYFILE_EXCL);
  });

/** A disk that takes nothing costs preferences, and stops nothing. */
function writeQuietly(write: () => void): void {
  try {
    write();
  } catch {
    // Said by whatever is kept next.
  }
}
