import type { MenuItemConstructorOptions } from 'electron';

import { APP_COMMANDS, type AppCommand, type AppCommandId } from '../../shared/domain/app-command';
import { viewMenu, type Zoom } from './view-menu';

export interface MenuFacts {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Tells the page to run a command: the menu itself does nothing. */
  readonly runCommand: (id: AppCommandId) => void;
  readonly zoom: (to: Zoom) => void;
}

/** The menu bar: the page's own commands. SECURITY P2, X16: nothing in it reloads, inspects or prints a packaged app. */
export function applicationMenu(facts: MenuFacts): MenuItemConstructorOptions[] {
  const { platform } = facts;
  const commandsOf = (section: AppCommand['section']) => commandItems(section, facts.runCommand);
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: [platform === 'darwin' ? { role: 'close' } : { role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        ...commandsOf('Edit'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { type: 'separator' },
        { role: 'selectAll' },
      ],
    },
    { label: 'Tokens', submenu: commandsOf('Tokens') },
    { label: 'Go', submenu: commandsOf('Go') },
    viewMenu(facts, commandsOf('View')),
    { role: 'windowMenu' },
    { role: 'help', submenu: commandsOf('Help') },
  ];
}

/** The commands of a section. The page hears their keys itself, so the menu only shows these and nothing runs twice. */
function commandItems(
  wanted: AppCommand['section'],
  runCommand: MenuFacts['runCommand'],
): MenuItemConstructorOptions[] {
  return APP_COMMANDS.filter(({ section }) => section === wanted).map(({ id, title, keys }) => ({
    id,
    label: title,
    // A bare key, such as ?, is typed into fields too: a Mac would take it for the menu.
    ...(keys[0].startsWith('Mod+') && { accelerator: keys[0].replace('Mod+', 'CommandOrControl+') }),
    registerAccelerator: false,
    click: () => {
      runCommand(id);
    },
  }));
}
