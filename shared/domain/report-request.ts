import type { ConnectionId } from './connection-id';
import type { Instant } from './instant';
import type { RunId } from './rotation-run';
import type { Report, ReportKind, ReportSection } from './report';
import type { TokenRef } from './token-ref';

/** The most tokens that a filter hands over. */
export const MOST_REFS_SHOWN = 100_000;

/**
 * What the inventory shows: the query as it was typed, and the tokens that the page found for it. Main looks each of them up
 * and counts; a report says both counts, and does not reconcile where one is missing.
 */
export interface ShownTokens {
  readonly query: string;
  readonly refs: readonly TokenRef[];
}

/** The connections that a report is about: one, or all of them. */
export type ReportScope = ConnectionId | 'all';

/** What a person asks a report of. */
export type ReportRequest =
  | {
      readonly kind: 'review';
      readonly connection: ReportScope;
      readonly from: Instant;
      readonly to: Instant;
      readonly shown?: ShownTokens;
    }
  | {
      readonly kind: 'rotation';
      readonly connection: ReportScope;
      readonly from: Instant;
      readonly to: Instant;
      /** One run; absent: every run that began in the time. */
      readonly run?: RunId;
    }
  /** Everything that was created before a moment, and what has become of it. */
  | { readonly kind: 'incident'; readonly connection: ReportScope; readonly before: Instant }
  | { readonly kind: 'leaver'; readonly leaver: string };

export const REPORT_FORMS = ['csv', 'json', 'html', 'pdf', 'ics'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The forms that a kind of report has: only a review has dates for a calendar. */
export const formsOf = (kind: ReportKind): readonly ReportForm[] =>
  REPORT_FORMS.filter((form) => form !== 'ics' || kind === 'review');

/** Where the key that signs is: one that the keychain keeps, or one that is gone when the app ends. */
export type SigningKeyPlace = 'keychain' | 'session';

/** What a report will carry, without its rows. */
export interface ReportPreview extends Pick<
  Report,
  'title' | 'verdict' | 'coverage' | 'unread' | 'totals' | 'isReconciled'
> {
  readonly sections: readonly (Pick<ReportSection, 'id' | 'title'> & { readonly rows: number })[];
  readonly signedBy: SigningKeyPlace;
}

/** A pack on disk. */
export interface WrittenReport {
  /** The folder's name, in the folder that the person chose. */
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly manifestSha256: string;
  readonly signedBy: SigningKeyPlace;
  /** What the pack does not have, a sentence each. */
  readonly leftOut: readonly string[];
}

/** How far the writing of a report is: rows written, of all rows of all files. */
export interface ReportProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

export type ReportFailure =
  /** No connection was looked at yet, or nothing of what was asked for is known. */
  | { readonly kind: 'nothing-to-report' }
  | { readonly kind: 'no-such-connection' }
  /** The person chose no folder. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'cancelled' }
  /** Another report is being written. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-written' }
  | { readonly kind: 'not-printed' }
  /** The ledger does not take the note that something was exported. */
  | { readonly kind: 'ledger-unwritable' };
