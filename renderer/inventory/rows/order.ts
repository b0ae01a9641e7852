import { MOST_SORT_LEVELS, type Column, type SortKey } from '../../../shared/domain/saved-view';
import { LAST } from './text-column';
import type { TokenRows } from './token-rows';

/** The order after a column's head was pressed: alone, or (`isAdding`) as a further level. Pressed again, it turns around. */
export function pressed(order: readonly SortKey[], column: Column, isAdding: boolean): readonly SortKey[] {
  const before = order.find((key) => key.column === column);
  const isOnly = before !== undefined && (isAdding || order[0] === before);
  const key: SortKey = { column, isDescending: isOnly && !before.isDescending };
  if (!isAdding) return [key];
  return before === undefined
    ? [...order, key].slice(-MOST_SORT_LEVELS)
    : order.map((one) => (one === before ? key : one));
}

/**
 * The numbers of all rows in order, by the first key, then the next, and in the end by label. Each key is made a number a
 * row and sorted by its digits, from the last key to the first, so that the cost grows with the rows and no faster.
 */
export function orderOf(rows: TokenRows, keys: readonly SortKey[]): Uint32Array {
  const size = rows.size();
  let order = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) order[row] = row;
  let spare = new Uint32Array(size);
  const values = new Uint32Array(size);
  const starts = new Uint32Array(0x1_0001);
  const byLabel: SortKey = { column: 'label', isDescending: false };
  const levels = keys.some(({ column }) => column === 'label') ? keys : [...keys, byLabel];
  for (const { column, isDescending } of levels.toReversed()) {
    readSortValues(rows, column, isDescending, values);
    for (const shift of [0, 16]) {
      if (!sortByDigit(order, spare, values, shift, starts)) continue;
      [order, spare] = [spare, order];
    }
  }
  return order;
}

/** One stable pass over sixteen bits. `false`, and nothing done, where all rows have the same digit. */
function sortByDigit(
  from: Uint32Array,
  to: Uint32Array,
  values: Uint32Array,
  shift: number,
  starts: Uint32Array,
): boolean {
  const size = from.length;
  starts.fill(0);
  for (let row = 0; row < size; row += 1) {
    const digit = ((values[row] ?? 0) >>> shift) & 0xffff;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  const first = ((values[0] ?? 0) >>> shift) & 0xffff;
  if (starts[first + 1] === size) return false;
  for (let digit = 0; digit < 0x1_0000; digit += 1)
    starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (let index = 0; index < size; index += 1) {
    const row = from[index] ?? 0;
    const digit = ((values[row] ?? 0) >>> shift) & 0xffff;
    const at = starts[digit] ?? 0;
    to[at] = row;
    starts[digit] = at + 1;
  }
  return true;
}

/** A number a row that sorts like the column: ranks of texts, codes, or seconds. */
function readSortValues(rows: TokenRows, column: Column, isDescending: boolean, values: Uint32Array): void {
  const valueAt = valueReader(rows, column);
  for (let row = 0; row < values.length; row += 1) {
    const value = valueAt(row);
    values[row] = isDescending && value !== LAST ? LAST - 1 - value : value;
  }
}

function valueReader({ columns }: TokenRows, column: Column): (row: number) => number {
  switch (column) {
    case 'label':
    case 'project':
    case 'owner':
    case 'connection': {
      const [numbers, ranks] = [columns[column].numbers(), columns[column].ranks()];
      return (row) => ranks[numbers[row] ?? 0] ?? LAST;
    }
    case 'kind':
    case 'scope':
    case 'coverage': {
      const codes = columns[column].codes();
      return (row) => codes[row] ?? 0;
    }
    case 'created':
    case 'lastUsed':
    case 'expires':
    case 'firstSeen':
      return secondsIn(columns[column].values());
    case 'due':
      return secondsIn(columns.dueAt.values());
  }
}

/** Seconds since 1970, which fit into 32 bits until 2106. */
function secondsIn(instants: Float64Array): (row: number) => number {
  return (row) => {
    const instant = instants[row] ?? Number.NaN;
    return Number.isNaN(instant) ? LAST : Math.min(Math.max(Math.floor(instant / 1_000), 0), LAST - 1);
  };
}
