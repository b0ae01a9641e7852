import type { FactGroup } from './fact-groups';
import type { LedgerEntry, LedgerHead } from './ledger-entry';

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

/** What to show of a ledger: entries whose words hold all of these, of one group or of all. */
export interface LedgerQuery {
  readonly words: string;
  readonly group?: FactGroup;
}

/** Some of the entries that a query found, the newest first. */
export interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  readonly total: number;
  readonly state: LedgerState;
}

/** A copy of the ledger that was made, and where its chain ends. */
export interface LedgerExport {
  readonly name: string;
  readonly head: LedgerHead;
  readonly sha256: string;
}

export type LedgerFailure =
  | { readonly kind: 'declined' }
  | { readonly kind: 'disk' }
  /** The ledger is altered or truncated: no copy of it is called one. */
  | { readonly kind: 'not-whole' }
  /** There is nothing wrong with it, so no other takes its place. */
  | { readonly kind: 'is-whole' };

/** The most entries that one page holds. */
export const MAX_LEDGER_PAGE = 200;

/** Where a chain ends, as it is told to people and taken by the verifier: `1204:9f86…`. */
export const headWord = ({ entries, head }: LedgerHead): string => `${String(entries)}:${head}`;
