import type { Dialog } from 'electron';

import type { FolderLock, LockFailure, LockHolder } from '../files/folder-lock';
import type { Result } from '../../shared/result';

export interface HoldPorts {
  readonly lock: (takeOver?: LockHolder | 'unreadable') => Promise<Result<FolderLock, LockFailure>>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
}

/** `refused`: somebody else has the folder, and this instance must end. `unlocked`: nothing can be written there anyway. */
export type Hold = FolderLock | 'refused' | 'unlocked';

const QUIT = 0;

/**
 * Takes the user-data folder for this instance before anything is written to it. Where somebody else has it, a person is told
 * who and since when, and may take it over; nobody else ever does.
 */
export async function holdFolder({ lock, dialog }: HoldPorts): Promise<Hold> {
  let takeOver: LockHolder | 'unreadable' | undefined;
  for (;;) {
    const taken = await lock(takeOver);
    if (taken.ok) return taken.value;
    if (taken.error.kind === 'unwritable') return 'unlocked';
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      ...wordsFor(taken.error),
      buttons: ['Quit', 'Take over'],
      defaultId: QUIT,
      cancelId: QUIT,
      noLink: true,
    });
    if (response === QUIT) return 'refused';
    takeOver = taken.error.kind === 'held' ? taken.error.holder : 'unreadable';
  }
}

const RISK =
  'Take over only if you are sure that it no longer runs there: two at once could rotate the same token twice.';

function wordsFor(failure: Exclude<LockFailure, { kind: 'unwritable' }>) {
  if (failure.kind === 'unreadable')
    return {
      message: 'Another Rekey may be open on this folder',
      detail: `Nothing was changed. The file rekey.lock does not say whose it is. ${RISK}`,
    };
  const { host, process, since } = failure.holder;
  const place = failure.isThisComputer ? 'on this computer' : `on ${host}`;
  const time = `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    message: `Rekey is open ${place}`,
    detail: `Nothing was changed. Rekey has used this folder ${place} since ${time} (process ${String(process)}). Quit it there, then start Rekey here again. ${RISK}`,
  };
}
