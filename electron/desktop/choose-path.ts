import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';

const FILE = ['openFile', 'dontAddToRecent'] as const;
const ANY_FILE = [...FILE, 'showHiddenFiles'] as const;
const NEW_FOLDER = ['openDirectory', 'createDirectory', 'dontAddToRecent'] as const;

const TABLES = [
  { name: 'Tables', extensions: ['csv', 'tsv', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];

/** Everything that a person chooses on this computer, and how they are asked for it. */
const CHOICES = {
  /** The program of a command. */
  executable: {
    title: 'Choose the program that is to get new token values',
    buttonLabel: 'Choose this program',
    properties: [...ANY_FILE],
  },
  /** The folder of encrypted files. */
  folder: {
    title: 'Choose the folder that new token values are written to, encrypted',
    buttonLabel: 'Choose this folder',
    properties: [...NEW_FOLDER],
  },
  'found-file': {
    title: 'Choose the file that a token was found in',
    buttonLabel: 'Look into this file',
    properties: [...ANY_FILE],
  },
  'scan-folder': {
    title: 'Choose the folder to search for tokens',
    buttonLabel: 'Search this folder',
    properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
  },
  'report-folder': {
    title: 'Choose the folder that gets the report, in a folder of its own',
    buttonLabel: 'Write the report here',
    properties: [...NEW_FOLDER],
  },
  'view-file': {
    title: 'Choose a file of saved views',
    buttonLabel: 'Import views',
    filters: [{ name: 'Rekey views', extensions: ['json'] }],
    properties: [...FILE],
  },
  'policy-file': {
    title: 'Choose a policy',
    buttonLabel: 'Import this policy',
    filters: [{ name: 'Rekey policy', extensions: ['json'] }],
    properties: [...FILE],
  },
  'audit-log': {
    title: 'Choose CircleCI’s audit log, as CSV',
    buttonLabel: 'Import',
    filters: TABLES,
    properties: [...FILE],
  },
  register: {
    title: 'Choose a register of personal tokens, as CSV',
    buttonLabel: 'Import',
    filters: TABLES,
    properties: [...FILE],
  },
} satisfies Record<string, OpenDialogOptions>;

/** Lets a person choose a path in a dialog of main's own. `undefined`: none was chosen. */
export async function choosePath(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | undefined,
  what: keyof typeof CHOICES,
): Promise<string | undefined> {
  const options: OpenDialogOptions = CHOICES[what];
  const shown =
    window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await shown;
  return canceled ? undefined : filePaths[0];
}
