import type { IpcMain } from 'electron';
import Store from 'electron-store';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { PageMemory } from '../../shared/domain/saved-view';
import { err, ok, type Result } from '../../shared/result';
import { preferences, type Preferences, type WindowPlace } from './preferences';

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

/** Opens the preferences in a folder. A file that does not fit their schema counts as empty. */
export function openSettings(folder: string, ipc: Pick<IpcMain, 'removeAllListeners'>): Settings {
  // Without a schema of the store's own: its validator takes longer to come up than all that it would validate.
  const store = new Store<Preferences>({
    cwd: folder,
    name: 'preferences',
    clearInvalidConfig: true,
    configFileMode: 0o600, // SECURITY X4
  });
  ipc.removeAllListeners('electron-store-get-data'); // SECURITY X6: the store listens to any page; nobody should.
  const read = (): Preferences => {
    const parsed = preferences.safeParse(store.store);
    return parsed.success ? parsed.data : {};
  };
  const keep = (part: Preferences): Result<null, 'disk'> => {
    try {
      store.store = preferences.parse({ ...read(), ...part });
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
