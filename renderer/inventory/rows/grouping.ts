import type { Grouping } from '../../../shared/domain/saved-view';
import { SCOPE_VALUES, DUE_VALUES } from './conditions';
import type { TokenRows } from './token-rows';

/** Rows that have something in common, in the order in which they are shown. */
export interface Group {
  /** What they have in common: a slug, a name, a code; empty where it is not known. Stays the same while rows come and go. */
  readonly key: string;
  readonly rows: Uint32Array;
}

/** What the grid draws at one place: the head of a group, or a row. */
export type Item =
  | { readonly kind: 'group'; readonly group: Group; readonly isFolded: boolean }
  | { readonly kind: 'row'; readonly row: number };

/** Groups in the order of their first row, with what is not known at the end. */
export function groupsOf(shown: Uint32Array, rows: TokenRows, by: Grouping): readonly Group[] {
  const keyAt = keyReader(rows, by);
  const members = new Map<string, number[]>();
  for (const row of shown) {
    const key = keyAt(row);
    const group = members.get(key);
    if (group === undefined) members.set(key, [row]);
    else group.push(row);
  }
  const groups = [...members].map(([key, list]): Group => ({ key, rows: Uint32Array.from(list) }));
  return [...groups.filter(({ key }) => key !== ''), ...groups.filter(({ key }) => key === '')];
}

function keyReader({ columns }: TokenRows, by: Grouping): (row: number) => string {
  switch (by) {
    case 'project':
    case 'owner':
      return columns[by].get;
    case 'kind':
      return columns.kind.get;
    case 'scope':
      return (row) => wordFor(SCOPE_VALUES, columns.scope.get(row));
    case 'due':
      return (row) => wordFor(DUE_GROUPS, columns.due.get(row));
  }
}

const { now: _both, unused: _some, ...DUE_GROUPS } = DUE_VALUES;

/** The word of the query language that stands for a code. */
function wordFor(values: Readonly<Record<string, readonly string[]>>, code: string): string {
  return Object.entries(values).find(([, codes]) => codes.includes(code))?.[0] ?? '';
}

/** Where each drawn item stands: heads and rows of open groups, without making an object for each. */
export interface Items {
  readonly length: number;
  readonly at: (index: number) => Item | undefined;
  /** Where a row is drawn; nothing where its group is folded. */
  readonly indexOf: (row: number) => number | undefined;
}

/** The items of a list without groups. */
export const plainItems = (shown: Uint32Array): Items => ({
  length: shown.length,
  at: (index) => {
    const row = shown[index];
    return row === undefined ? undefined : { kind: 'row', row };
  },
  indexOf: (row) => {
    const index = shown.indexOf(row);
    return index === -1 ? undefined : index;
  },
});

/** The items of a grouped list. */
export function groupedItems(groups: readonly Group[], folded: ReadonlySet<string>): Items {
  const starts: number[] = [];
  let length = 0;
  for (const { key, rows } of groups) {
    starts.push(length);
    length += 1 + (folded.has(key) ? 0 : rows.length);
  }
  return {
    length,
    at: (index) => {
      const at = lastAtMost(starts, index);
      const group = groups[at];
      const offset = index - (starts[at] ?? 0);
      if (group === undefined || index >= length) return undefined;
      const isFolded = folded.has(group.key);
      if (offset === 0) return { kind: 'group', group, isFolded };
      const row = group.rows[offset - 1];
      return row === undefined ? undefined : { kind: 'row', row };
    },
    indexOf: (row) => {
      for (const [at, { key, rows }] of groups.entries()) {
        const offset = folded.has(key) ? -1 : rows.indexOf(row);
        if (offset !== -1) return (starts[at] ?? 0) + 1 + offset;
      }
      return undefined;
    },
  };
}

/** The place of the last number that is not larger than another, among numbers that grow. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
