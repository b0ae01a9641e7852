import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';

import type { LedgerHead } from '../../shared/domain/ledger-entry';

/** What is asked when saved views are to go into a file. */
export const VIEW_FILE: SaveDialogOptions = {
  title: 'Export saved views',
  buttonLabel: 'Export views',
  defaultPath: 'rekey-views.json',
  filters: [{ name: 'Rekey views', extensions: ['json'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};

/** What is asked when a policy is to go into a file. */
export const POLICY_FILE: SaveDialogOptions = {
  title: 'Export the policy',
  buttonLabel: 'Export policy',
  defaultPath: 'rekey-policy.json',
  filters: [{ name: 'Rekey policy', extensions: ['json'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};
/** What is asked when a copy of the ledger is to go into a file: its name says where the chain ends. */
export const ledgerFile = ({ entries, head }: LedgerHead): SaveDialogOptions => ({
  title: 'Export the ledger',
  buttonLabel: 'Export ledger',
  defaultPath: `rekey-ledger-${String(entries)}-${head.slice(0, 16)}.jsonl`,
  filters: [{ name: 'Rekey ledger', extensions: ['jsonl'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
});

/** What is asked when the public key is to go into a file. */
export const KEY_FILE: SaveDialogOptions = {
  title: 'Export the public key that reports are signed with',
  buttonLabel: 'Export public key',
  defaultPath: 'rekey-public-key.pem',
  filters: [{ name: 'Public key', extensions: ['pem'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
};

/** What is asked when a plan is to go into a file. */
export const PLAN_FILE: SaveDialogOptions = {
  title: 'Export the rotation plan',
  buttonLabel: 'Export plan',
  defaultPath: 'rekey-plan.csv',
  filters: [{ name: 'Table', extensions: ['csv'] }],
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
