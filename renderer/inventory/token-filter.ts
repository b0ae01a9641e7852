import type { DueKind } from '../../shared/domain/age-policy';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { TokenKind, TokenScope } from '../../shared/domain/token';
import type { Column, IndexedToken } from './indexed-token';

/** What the grid shows: an empty set does not filter. */
export interface TokenFilter {
  readonly text: string;
  readonly kinds: ReadonlySet<TokenKind>;
  readonly scopes: ReadonlySet<TokenScope>;
  readonly dues: ReadonlySet<DueKind>;
  readonly connection: ConnectionId | 'all';
}

export interface Sort {
  readonly column: Column;
  readonly isDescending: boolean;
}

export const NO_FILTER: TokenFilter = {
  text: '',
  kinds: new Set(),
  scopes: new Set(),
  dues: new Set(),
  connection: 'all',
};

/** The tokens that pass, in the order given. Every word of the text must be somewhere in label, project or owner. */
export function filterTokens(tokens: readonly IndexedToken[], filter: TokenFilter): readonly IndexedToken[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const { kinds, scopes, dues, connection } = filter;
  return tokens.filter(
    ({ token, search, due }) =>
      (connection === 'all' || token.connection === connection) &&
      (kinds.size === 0 || kinds.has(token.kind)) &&
      (scopes.size === 0 || scopes.has(token.scope)) &&
      (dues.size === 0 || dues.has(due.kind)) &&
      words.every((word) => search.includes(word)),
  );
}

/** Sorted by a column, equal ones by label and then as they came. Unknown dates come last either way. */
export function sortTokens(
  tokens: readonly IndexedToken[],
  { column, isDescending }: Sort,
): readonly IndexedToken[] {
  const sign = isDescending ? -1 : 1;
  return tokens.toSorted((a, b) => {
    const [left, right] = [a.sortKeys[column], b.sortKeys[column]];
    if (left === right)
      return a.sortKeys.label < b.sortKeys.label ? -1 : a.sortKeys.label > b.sortKeys.label ? 1 : 0;
    if (left === Number.POSITIVE_INFINITY) return 1;
    if (right === Number.POSITIVE_INFINITY) return -1;
    return left < right ? -sign : sign;
  });
}

/** How many tokens each value of a facet would show, were it alone chosen in that facet. */
export function countBy<Key>(
  tokens: readonly IndexedToken[],
  keyOf: (token: IndexedToken) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const token of tokens) counts.set(keyOf(token), (counts.get(keyOf(token)) ?? 0) + 1);
  return counts;
}
