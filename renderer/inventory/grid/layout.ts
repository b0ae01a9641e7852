import {
  COLUMNS,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
  type Column,
  type ColumnPlace,
} from '../../../shared/domain/saved-view';

export type Layout = readonly ColumnPlace[];

/** The box for selecting, which is always there. */
export const SELECT_WIDTH = 40;

const WIDTHS: Readonly<Record<Column, number>> = {
  label: 164,
  kind: 72,
  scope: 84,
  project: 146,
  owner: 84,
  created: 72,
  lastUsed: 80,
  expires: 80,
  due: 162,
  firstSeen: 84,
  connection: 100,
  coverage: 100,
};

const HIDDEN_AT_FIRST: readonly Column[] = ['firstSeen', 'connection', 'coverage'];

export const FIRST_LAYOUT: Layout = COLUMNS.map((column) => ({
  column,
  width: WIDTHS[column],
  isHidden: HIDDEN_AT_FIRST.includes(column),
}));

/** Columns that give way when there is not room for all, the first first. */
const GIVE_WAY: readonly Column[] = [
  'coverage',
  'lastUsed',
  'expires',
  'firstSeen',
  'owner',
  'connection',
  'kind',
  'created',
  'project',
];

/** The columns that are drawn in a grid of some width: those not hidden, without those that give way. */
export function fitting(layout: Layout, available: number): Layout {
  let places = layout.filter(({ isHidden }) => !isHidden);
  for (const column of GIVE_WAY) {
    if (widthOf(places) <= available) break;
    places = places.filter((place) => place.column !== column);
  }
  return places;
}

export const widthOf = (places: Layout): number =>
  places.reduce((sum, { width }) => sum + width, SELECT_WIDTH);

/** What is left over is shared among the columns that hold text. */
const GROWING: readonly Column[] = ['label', 'project', 'owner', 'connection'];

/** The columns as a CSS grid's template. */
export const templateOf = (places: Layout): string =>
  [
    `${String(SELECT_WIDTH)}px`,
    ...places.map(({ column, width }) =>
      GROWING.includes(column) ? `minmax(${String(width)}px, ${String(width)}fr)` : `${String(width)}px`,
    ),
  ].join(' ');

export const resized = (layout: Layout, column: Column, width: number): Layout =>
  layout.map((place) =>
    place.column === column
      ? { ...place, width: Math.round(Math.min(Math.max(width, NARROWEST_COLUMN), WIDEST_COLUMN)) }
      : place,
  );

export const withHidden = (layout: Layout, column: Column, isHidden: boolean): Layout =>
  layout.map((place) => (place.column === column ? { ...place, isHidden } : place));

/** The layout with a column in the place of another, which makes room for it. */
export function movedTo(layout: Layout, column: Column, target: Column): Layout {
  const [from, to] = [column, target].map((one) => layout.findIndex((place) => place.column === one));
  if (from === undefined || to === undefined || from === to) return layout;
  const rest = layout.filter((place) => place.column !== column);
  return [...rest.slice(0, to), ...layout.slice(from, from + 1), ...rest.slice(to)];
}

/** The layout with a column one place further among those that are not hidden. */
export function movedBy(layout: Layout, column: Column, by: -1 | 1): Layout {
  const visible = layout.filter(({ isHidden }) => !isHidden);
  const target = visible[visible.findIndex((place) => place.column === column) + by];
  return target === undefined ? layout : movedTo(layout, column, target.column);
}
