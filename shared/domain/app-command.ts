/** A command that the app's menu has too. `keys` reads like `Mod+K`, where Mod is ⌘ on a Mac and Ctrl elsewhere. */
export interface AppCommand {
  readonly id: string;
  /** What it does: the same words in the menu, in the palette and in the sheet of shortcuts. */
  readonly title: string;
  readonly section: 'Edit' | 'Go' | 'Tokens' | 'View' | 'Help';
  /** The first is the one that menus show. */
  readonly keys: readonly string[];
}

/** All of them: main builds its menu from this list, and the page can run each. */
export const APP_COMMANDS = [
  { id: 'undo', title: 'Undo', section: 'Edit', keys: ['Mod+Z'] },
  { id: 'redo', title: 'Redo', section: 'Edit', keys: ['Mod+Shift+Z', 'Ctrl+Y'] },
  { id: 'go-to-inventory', title: 'Go to Inventory', section: 'Go', keys: ['Mod+1'] },
  { id: 'go-to-rotation', title: 'Go to Rotation', section: 'Go', keys: ['Mod+2'] },
  { id: 'go-to-leavers', title: 'Go to Leavers', section: 'Go', keys: ['Mod+3'] },
  { id: 'go-to-evidence', title: 'Go to Evidence', section: 'Go', keys: ['Mod+4'] },
  { id: 'go-to-settings', title: 'Go to Settings', section: 'Go', keys: ['Mod+,'] },
  { id: 'refresh', title: 'Refresh', section: 'Tokens', keys: ['Mod+R'] },
  { id: 'filter-tokens', title: 'Filter tokens', section: 'Tokens', keys: ['Mod+F', '/'] },
  { id: 'plan-rotation', title: 'Plan rotation', section: 'Tokens', keys: ['Mod+P'] },
  { id: 'open-palette', title: 'Command palette', section: 'View', keys: ['Mod+K'] },
  { id: 'show-shortcuts', title: 'Keyboard shortcuts', section: 'Help', keys: ['?'] },
] as const satisfies readonly AppCommand[];

export type AppCommandId = (typeof APP_COMMANDS)[number]['id'];
