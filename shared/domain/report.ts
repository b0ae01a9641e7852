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
  /** An instant of which a page shows the day only (UTC); the files for machines have the time. */
  readonly isDay?: true;
  /** For machines and spreadsheets: a printed page has no room for it. */
  readonly isDetail?: true;
}

/** `null`: not known, which is said and never left blank. */
export type ReportCell = string | number | null;

/** One table of a report. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** What the table is, and what it cannot tell. */
  readonly note?: string;
  /** The one long table of the report: a spreadsheet gets it as a file of its own, named after its id. */
  readonly isTable?: true;
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
  /** The account at CircleCI whose eyes Rekey looked with. */
  readonly account: string;
  /** The user of the computer that the report was made on. */
  readonly madeBy: string;
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

/** A list that could not be read, and why, in a sentence. */
export interface Unread {
  readonly what: string;
  readonly why: string;
}

/** What the report comes to. Never more than is proved: partial coverage and totals that differ meet nothing. */
export interface ReportVerdict {
  readonly isMet: boolean;
  readonly sentence: string;
}

/** What a kind of report says, before it is signed with its parameters. */
export interface ReportBody {
  readonly kind: ReportKind;
  readonly title: string;
  readonly verdict: ReportVerdict;
  readonly coverage: CoverageTotals;
  readonly unread: readonly Unread[];
  readonly totals: readonly ReportTotal[];
  readonly sections: readonly ReportSection[];
}

/** A report before it is written in any form. Holds no secret. */
export interface Report extends ReportBody {
  readonly format: 'rekey-report-1';
  readonly isReconciled: boolean;
  readonly parameters: ReportParameters;
}

/** True where every count of the report is the one at its source. A report without totals proves nothing. */
export const isReconciled = (totals: readonly ReportTotal[]): boolean =>
  totals.length > 0 && totals.every(({ atSource, inReport }) => atSource === inReport);
