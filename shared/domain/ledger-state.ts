import type { LedgerHead } from './ledger-entry';

/**
 * What is wrong with a ledger. `altered`: this line does not fit what was before it, or what the keychain remembers.
 * `truncated`: it ends before the entry that was written last.
 */
export type LedgerTrouble =
  | { readonly kind: 'altered'; readonly line: number }
  | { readonly kind: 'truncated'; readonly expected: number }
  | { readonly kind: 'unreadable' };

/** Whether the end of the ledger is kept under the keychain too, which is what shows that entries are missing at its end. */
export type HeadKeeping = 'kept' | 'none-yet' | 'no-keychain' | 'unreadable' | 'unwritable';

/** How the ledger stands. Where there is trouble, `head` is the last entry before it, and nothing is added. */
export interface LedgerState {
  readonly head: LedgerHead;
  readonly keeping: HeadKeeping;
  readonly trouble?: LedgerTrouble;
  /** Facts that are not on disk yet, because the disk refused them or the ledger takes nothing. */
  readonly waiting: number;
}
