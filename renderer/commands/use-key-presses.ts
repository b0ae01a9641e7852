import { useEffect } from 'react';

import { useStores, type Stores } from '../stores';
import type { Command } from './command';
import { selectCommands } from './command-store';
import { hasMod, matches, platformOf } from './keys';
import { runCommand } from './run-command';
import { isTextField, isUnderDialog } from './text-field';

const PLATFORM = platformOf(navigator.userAgent);

/** Hears every press that nothing else took, and runs the command whose keys it is. */
export function useKeyPresses(): void {
  const stores = useStores();
  useEffect(() => {
    const hear = (press: KeyboardEvent) => {
      if (press.defaultPrevented || press.isComposing || isUnderDialog()) return;
      const command = commandOf(stores, press);
      if (command === undefined) return;
      press.preventDefault();
      if (!press.repeat || command.isFieldsOwn === true) runCommand(stores, command);
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [stores]);
}

function commandOf({ commands }: Stores, press: KeyboardEvent): Command | undefined {
  const isInField = isTextField(document.activeElement);
  return selectCommands(commands.getState()).find(({ keys = [], isFieldsOwn = false }) =>
    keys.some((written) => {
      if (isInField && (isFieldsOwn || !hasMod(written))) return false;
      return matches(written, press, PLATFORM);
    }),
  );
}
