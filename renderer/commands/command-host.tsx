import { flushSync } from 'react-dom';

import { useCommandState, useStores } from '../stores';
import { CommandPalette } from './command-palette';
import { runCommand } from './run-command';
import { ShortcutsSheet } from './shortcuts-sheet';
import { useKeyPresses } from './use-key-presses';
import { useMenuCommands } from './use-menu-commands';

/** Everything that leads to a command: keys, the app's menu, the palette, and the sheet that says which keys there are. */
export function CommandHost() {
  const stores = useStores();
  const open = useCommandState((state) => state.open);
  useKeyPresses();
  useMenuCommands();
  const close = () => {
    stores.commands.setState({ open: 'none' });
  };
  return (
    <>
      {open === 'palette' && (
        <CommandPalette
          onClose={close}
          onRun={(command) => {
            // The focus is back where it was before the command moves it, or opens a dialog of its own.
            flushSync(close);
            runCommand(stores, command);
          }}
        />
      )}
      {open === 'shortcuts' && <ShortcutsSheet onClose={close} />}
    </>
  );
}
