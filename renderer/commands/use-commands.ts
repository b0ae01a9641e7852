import { useEffect, useId } from 'react';

import { useStores } from '../stores';
import type { Command } from './command';
import { removeCommands, setCommands } from './command-store';

/** The commands are there for as long as the component is. Give the same array while nothing changed in it. */
export function useCommands(own: readonly Command[]): void {
  const { commands } = useStores();
  const owner = useId();
  useEffect(() => {
    setCommands(commands, owner, own);
  }, [commands, owner, own]);
  useEffect(
    () => () => {
      removeCommands(commands, owner);
    },
    [commands, owner],
  );
}
