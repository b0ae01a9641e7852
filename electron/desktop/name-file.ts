import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';

/** What is asked when saved views are to go into a file. */
export const VIEW_FILE: SaveDialogOptions = {
  title: 'Export saved views',
  buttonLabel: 'Export views',
  defaultPath: 'rekey-views.json',
  filters: [{ name: 'Rekey views', extensions: ['json'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};

/** What is asked when the public key is to go into a file. */
export const KEY_FILE: SaveDialogOptions = {
  title: 'Export the public key that reports are signed with',
  buttonLabel: 'Export public key',
  defaultPath: 'rekey-public-key.pem',
  filters: [{ name: 'Public key', extensions: ['pem'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};

/** What is asked when due dates are to go into a calendar. */
export const CALENDAR_FILE: SaveDialogOptions = {
  title: 'Export due dates and expiries',
  buttonLabel: 'Export calendar',
  defaultPath: 'rekey-due.ics',
  filters: [{ name: 'Calendar', extensions: ['ics'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};

/** Lets a person say where a file goes, in a dialog of main's own. `undefined`: nowhere. */
export async function nameFile(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | undefined,
  options: SaveDialogOptions,
): Promise<string | undefined> {
  const shown =
    window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
  const { canceled, filePath } = await shown;
  return canceled || filePath === '' ? undefined : filePath;
}
