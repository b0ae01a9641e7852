import type { FoundId, FoundToken } from './found-token';

/** Where in a folder a value stands. */
export interface ScanRow {
  /** From the folder that was chosen, with forward slashes; whatever in it has the form of a token is taken out. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly found: FoundId;
}

/** How many files of a folder were read, and how many were not, by reason. */
export interface ScanCounts {
  readonly files: number;
  readonly binary: number;
  readonly large: number;
  readonly unreadable: number;
  readonly links: number;
  /** Numbers of forty hex digits that nothing near them, and nothing in the inventory, makes a CircleCI token. */
  readonly passedOver: number;
}

/** What a folder was found to hold. Each value is told once, however often it stands there. */
export interface FolderScan {
  readonly folder: string;
  readonly rows: readonly ScanRow[];
  readonly found: readonly FoundToken[];
  readonly counts: ScanCounts;
  /** Rows beyond `MOST_SCAN_ROWS`, of which only the number is known. */
  readonly notListed: number;
  readonly wasStopped: boolean;
}

export const MOST_SCAN_ROWS = 10_000;

/** Files that are larger are skipped, and counted. */
export const MOST_FILE_BYTES = 5 * 1_024 * 1_024;

/** Texts that are longer are not taken from the page. */
export const MOST_PASTED = 1_000_000;

/** How far a scan is. */
export interface ScanProgress {
  readonly files: number;
  readonly found: number;
}

/** Nothing was sent anywhere, and nothing is held, in any of these cases. */
export type FindFailure = {
  readonly kind: 'no-token' | 'too-many' | 'declined' | 'too-large' | 'binary' | 'unreadable' | 'busy';
};

/** How long values are held at most, in minutes. */
export const HELD_MINUTES = 10;
