import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';

type Picker = Pick<Dialog, 'showOpenDialog'>;

/** Lets a person choose the program of a command in a dialog of main's own. `undefined`: none was chosen. */
export const chooseExecutable = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose the program that is to get new token values',
    buttonLabel: 'Choose this program',
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  });

/** Lets a person choose the folder of encrypted files in a dialog of main's own. `undefined`: none was chosen. */
export const chooseFolder = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose the folder that new token values are written to, encrypted',
    buttonLabel: 'Choose this folder',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });

/** Lets a person choose a file that a token was found in. `undefined`: none was chosen. */
export const chooseFoundFile = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose the file that a token was found in',
    buttonLabel: 'Look into this file',
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  });

/** Lets a person choose a folder that is searched for tokens. `undefined`: none was chosen. */
export const chooseScanFolder = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose the folder to search for tokens',
    buttonLabel: 'Search this folder',
    properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
  });

/** Lets a person choose the folder that a report is written into. `undefined`: none was chosen. */
export const chooseReportFolder = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose the folder that gets the report, in a folder of its own',
    buttonLabel: 'Write the report here',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });

/** Lets a person choose a file of views that Rekey wrote. `undefined`: none was chosen. */
export const chooseViewFile = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose a file of saved views',
    buttonLabel: 'Import views',
    filters: [{ name: 'Rekey views', extensions: ['json'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });

/** Lets a person choose a file with a policy. `undefined`: none was chosen. */
export const choosePolicyFile = (dialog: Picker, window: BrowserWindow | undefined) =>
  choose(dialog, window, {
    title: 'Choose a policy',
    buttonLabel: 'Import this policy',
    filters: [{ name: 'Rekey policy', extensions: ['json'] }],
  });

const TABLES = {
  'audit-log': 'Choose CircleCI’s audit log, as CSV',
  register: 'Choose a register of personal tokens, as CSV',
} as const;

/** Lets a person choose a table to import. `undefined`: none was chosen. */
export const chooseTable = (dialog: Picker, window: BrowserWindow | undefined, what: keyof typeof TABLES) =>
  choose(dialog, window, {
    title: TABLES[what],
    buttonLabel: 'Import',
    filters: [
      { name: 'Tables', extensions: ['csv', 'tsv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'dontAddToRecent'],
  });

async function choose(
  dialog: Picker,
  window: BrowserWindow | undefined,
  options: OpenDialogOptions,
): Promise<string | undefined> {
  const shown =
    window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await shown;
  return canceled ? undefined : filePaths[0];
}
