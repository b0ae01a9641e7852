import type { TokenRef } from '../../shared/domain/token-ref';
import type { IndexedToken } from './indexed-token';

/** The selection with one token changed over. */
export function toggled(selected: ReadonlySet<TokenRef>, ref: TokenRef): ReadonlySet<TokenRef> {
  const next = new Set(selected);
  if (!next.delete(ref)) next.add(ref);
  return next;
}

/** The selection with every shown row between two, both included. */
export function extended(
  selected: ReadonlySet<TokenRef>,
  shown: readonly IndexedToken[],
  from: number,
  to: number,
): ReadonlySet<TokenRef> {
  const rows = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...selected, ...rows.map(({ token }) => token.ref)]);
}

/** The selected tokens among those shown: a bulk action touches exactly these. */
export const selectedAmong = (
  shown: readonly IndexedToken[],
  selected: ReadonlySet<TokenRef>,
): readonly IndexedToken[] =>
  selected.size === 0 ? NONE : shown.filter(({ token }) => selected.has(token.ref));

const NONE: readonly IndexedToken[] = [];
