/** The columns of the inventory, in the order in which they stand at first. */
export const COLUMNS = [
  'label',
  'kind',
  'scope',
  'project',
  'owner',
  'created',
  'lastUsed',
  'expires',
  'due',
  'firstSeen',
  'connection',
  'coverage',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One level of an order. What is not known comes last in either direction. */
export interface SortKey {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** What rows can be put together by. */
export const GROUPINGS = ['project', 'owner', 'scope', 'kind', 'due'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A way to look at the inventory, under a name. `query` is in the page's query language; any text is one. */
export interface SavedView {
  readonly name: string;
  readonly query: string;
  readonly sort: readonly SortKey[];
  readonly group: Grouping | 'none';
}

/** One column of the grid: where it stands follows from its place in the list. Widths are pixels. */
export interface ColumnPlace {
  readonly column: Column;
  readonly width: number;
  readonly isHidden: boolean;
}

/** What the page remembers of how a person arranged it. Nothing in it is about a token. */
export interface PageMemory {
  readonly views: readonly SavedView[];
  /** Absent: as at first. */
  readonly layout?: readonly ColumnPlace[];
  readonly isOverviewFolded?: boolean;
}

export const MOST_VIEWS = 100;
export const LONGEST_VIEW_NAME = 80;
export const LONGEST_QUERY = 2_000;
export const MOST_SORT_LEVELS = 3;
export const NARROWEST_COLUMN = 56;
export const WIDEST_COLUMN = 800;

/** Why a file of views was not taken, or not written. */
export type ViewFileFailure =
  | { readonly kind: 'declined' }
  | { readonly kind: 'disk' }
  | { readonly kind: 'too-large' }
  /** No JSON, or not of the form that Rekey writes. */
  | { readonly kind: 'not-views' };

/** What came of a file of views: those that could be taken, and the numbers (from 1) of those that could not. */
export interface ImportedViews {
  readonly views: readonly SavedView[];
  readonly refused: readonly number[];
}
