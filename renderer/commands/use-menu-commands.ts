import { useEffect } from 'react';

import type { AppCommandId } from '../../shared/domain/app-command';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { useStores, type Stores } from '../stores';
import { findCommand, runCommand } from './run-command';
import { isTextField, isUnderDialog } from './text-field';

/** Runs what is chosen in the app's menu. */
export function useMenuCommands(): void {
  const stores = useStores();
  useEffect(
    () =>
      bridge['on:menu:command']((id) => {
        choose(stores, id);
      }),
    [stores],
  );
}

function choose(stores: Stores, id: AppCommandId): void {
  // A menu has no field of its own: whoever types and undoes means the typing.
  if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) {
    void bridge['app:edit-field']({ deed: id });
    return;
  }
  const command = findCommand(stores, id);
  if (command === undefined) return;
  if (isUnderDialog()) announce(stores.app, `${command.title}: close the dialog first`);
  else runCommand(stores, command);
}
