import type { LedgerFailure, LedgerState } from '../../shared/domain/ledger-state';
import { counted, countWord } from '../words/count-words';

/** What is wrong with a ledger and what is safe; nothing where it is whole. */
export function troubleSentence({ trouble, head }: LedgerState): string | undefined {
  if (trouble === undefined) return undefined;
  const next = 'Nothing is overwritten, and no new entry is taken until you start a new ledger beside it.';
  switch (trouble.kind) {
    case 'altered':
      return `This ledger is ALTERED: entry ${countWord(trouble.line)} does not fit, so it, or one before it, is not as it was written. ${next}`;
    case 'truncated':
      return `This ledger is TRUNCATED: entry ${countWord(trouble.expected)} was written, and the ledger ends after entry ${countWord(head.entries)}. ${next}`;
    case 'unreadable':
      return `This ledger cannot be read: its file may be locked, or not yours. ${next}`;
  }
}

/** What cannot be noticed where the keychain does not help; nothing where it does. */
export function keepingSentence({ keeping }: LedgerState): string | undefined {
  switch (keeping) {
    case 'kept':
    case 'none-yet':
      return undefined;
    case 'no-keychain':
      return 'This computer has no real keychain to keep the end of the ledger in: after a restart, entries missing at its end would not be noticed. Export the ledger now and then, and keep its head elsewhere.';
    case 'unreadable':
      return 'The end of the ledger that the keychain keeps cannot be read: entries missing at its end would not have been noticed.';
    case 'unwritable':
      return 'The end of the ledger could not be kept under the keychain: after a restart, entries missing at its end would not be noticed. Free some disk space.';
  }
}

/** What waits because the disk refused it; nothing where nothing does, or where the ledger itself is the reason. */
export const waitingSentence = ({ waiting, trouble }: LedgerState): string | undefined =>
  waiting === 0 || trouble !== undefined
    ? undefined
    : `${counted(waiting, 'entry', 'entries')} could not be written yet, and will be tried again. Free some disk space.`;

/** What a verification found. */
export function verdictSentence(state: LedgerState): string {
  const trouble = troubleSentence(state);
  if (trouble !== undefined) return trouble;
  if (state.head.entries === 0) return 'The ledger has no entries yet.';
  const kept = state.keeping === 'kept' ? ' The end that the keychain keeps is in it.' : '';
  return `WHOLE: ${counted(state.head.entries, 'entry', 'entries')}, each follows the one before.${kept}`;
}

export function ledgerFailureSentence({ kind }: LedgerFailure): string | undefined {
  switch (kind) {
    case 'declined':
      return undefined;
    case 'disk':
      return 'The ledger is as it was. The file could not be written: the folder may be full, gone or not writable.';
    case 'not-whole':
      return 'Nothing was exported: the ledger is not whole.';
    case 'is-whole':
      return 'The ledger is whole, so it stays as it is.';
  }
}
