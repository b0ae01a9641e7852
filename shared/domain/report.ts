import type { CoverageTotals } from './coverage';
import type { Instant } from './instant';
import type { LedgerHead } from './ledger-entry';

export const REPORT_KINDS = ['review', 'rotation', 'leaver', 'incident'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** How a column's cells are read: an `instant` is a number of milliseconds UTC, written as a date. */
export interface ReportColumn {
  readonly id: string;
  readonly title: string;
  readonly holds: 'text' | 'number' | 'instant';
}

/** `null`: not known, which is said and never left blank. */
export type ReportCell = string | number | null;

/** One table of a report. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** What the table is, and what it cannot tell. */
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Two counts of the same thing, from two places: what is at the source, and what the report has. They must agree. */
export interface ReportTotal {
  readonly what: string;
  readonly atSource: number;
  readonly inReport: number;
}

/** What every report says of itself (product facts, section 4). */
export interface ReportParameters {
  readonly organisation: string;
  readonly account: string;
  readonly host: string;
  /** When what is reported began and ended. */
  readonly from: Instant;
  readonly to: Instant;
  readonly madeAt: Instant;
  /** The filter in force, in the page's query language; empty: everything. */
  readonly filter: string;
  readonly policy: string;
  readonly policyHash: string;
  readonly riskAnalysis?: string;
  readonly appVersion: string;
  readonly ledger: LedgerHead;
}

/** A project that could not be read, and why, in a sentence. */
export interface UnreadProject {
  readonly project: string;
  readonly why: string;
}

/** A report before it is written in any form. Holds no secret. */
export interface Report {
  readonly format: 'rekey-report-1';
  readonly kind: ReportKind;
  readonly title: string;
  readonly parameters: ReportParameters;
  readonly coverage: CoverageTotals;
  readonly unread: readonly UnreadProject[];
  readonly totals: readonly ReportTotal[];
  readonly sections: readonly ReportSection[];
}
