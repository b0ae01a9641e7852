import type { IpcMain } from 'electron';
import Store, { type Schema } from 'electron-store';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { PageMemory } from '../../shared/domain/saved-view';
import { err, ok, type Result } from '../../shared/result';
import { PAGE_SCHEMA } from './page-json-schema';
import { TARGETS_SCHEMA } from './target-json-schema';

/** Where the window was: outer bounds in screen pixels, and how much its page was enlarged (1 = not at all). */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
  readonly zoom?: number;
}

interface Preferences {
  readonly window?: WindowPlace;
  readonly targets?: readonly DeliveryTarget[];
  readonly page?: PageMemory;
}

// SECURITY X5: preferences only, every one of them listed; never a secret.
const SCHEMA: Schema<Preferences> = {
  window: {
    type: 'object',
    properties: {
      x: { type: 'integer' },
      y: { type: 'integer' },
      width: { type: 'integer', minimum: 1 },
      height: { type: 'integer', minimum: 1 },
      isMaximised: { type: 'boolean' },
      zoom: { type: 'number', minimum: 0.8, maximum: 2 },
    },
    required: ['x', 'y', 'width', 'height', 'isMaximised'],
    additionalProperties: false,
  },
  ...TARGETS_SCHEMA,
  ...PAGE_SCHEMA,
};

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

/** Opens the preferences in a folder. A file that does not fit its schema counts as empty. */
export function openSettings(folder: string, ipc: Pick<IpcMain, 'removeAllListeners'>): Settings {
  const store = new Store<Preferences>({
    cwd: folder,
    name: 'preferences',
    schema: SCHEMA,
    rootSchema: { additionalProperties: false },
    clearInvalidConfig: true,
    configFileMode: 0o600, // SECURITY X4
  });
  ipc.removeAllListeners('electron-store-get-data'); // SECURITY X6: the store listens to any page; nobody should.
  const kept = (write: () => void): Result<null, 'disk'> => {
    try {
      write();
      return ok(null);
    } catch {
      return err('disk');
    }
  };
  return {
    windowPlace: () => store.get('window'),
    rememberWindow: (place) => {
      store.set('window', place);
    },
    targets: () => store.get('targets') ?? [],
    keepTargets: (all) =>
      kept(() => {
        store.set('targets', all);
      }),
    page: {
      memory: () => store.get('page') ?? { views: [] },
      remember: (memory) =>
        kept(() => {
          store.set('page', memory);
        }),
    },
  };
}
