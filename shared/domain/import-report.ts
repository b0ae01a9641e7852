import type { Instant } from './instant';

/** What a line of an imported file says, or fails to say, so that it was not taken. */
export const LINE_PROBLEMS = [
  'broken-quotes',
  'wrong-cells',
  'too-long',
  'no-action',
  'no-actor',
  'bad-date',
  'no-token',
  'no-project',
  'no-label',
  'no-owner',
  'impossible-dates',
  'has-a-token',
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** A line that was not taken, counted from 1 as an editor counts, and why. */
export interface LineError {
  readonly line: number;
  readonly problem: LineProblem;
}

/** The errors that are told one by one; all are counted. */
export const MOST_ERRORS_TOLD = 1_000;

/** How the text of a file was read. A `latin-1` file was no UTF-8: some characters may not be what they were. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';

/** What was read of a file, and what was not. */
export interface ImportReport {
  readonly file: string;
  readonly at: Instant;
  readonly encoding: TextEncoding;
  readonly lines: number;
  /** Lines that said something of use. */
  readonly taken: number;
  readonly refused: number;
  readonly errors: readonly LineError[];
}

/** What a log told: how much was read, and how much of it was of tokens that are there. */
export interface LogImported {
  readonly report: ImportReport;
  readonly recovered: number;
  readonly conflicts: number;
  readonly unmatched: number;
}

/** Why nothing was taken from a file; what was known before stays. */
export type ImportFailure =
  | {
      readonly kind:
        'declined' | 'disk' | 'too-large' | 'stopped' | 'busy' | 'storage' | 'no-such-connection';
    }
  | { readonly kind: 'no-inventory' }
  /** The first line does not name these columns. */
  | { readonly kind: 'wrong-columns'; readonly missing: readonly string[] };

export const LARGEST_IMPORT_BYTES = 100 * 1_024 * 1_024;
export const MOST_IMPORT_LINES = 2_000_000;
