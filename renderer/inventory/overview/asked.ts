import { memoiseLast } from '../../memoise';
import type { InventoryState } from '../inventory-store';
import type { Condition } from '../rows/conditions';
import type { Key, Term } from '../rows/query';
import { filtered } from '../rows/shown';
import type { TokenRows } from '../rows/token-rows';
import { selectConditions, selectTerms } from '../shown-tokens';

/** What rows have to fulfil to be shown, beside the parts of the query that say so, which come last. */
export interface Asked {
  readonly conditions: readonly Condition[];
  readonly terms: readonly Term[];
}

const paired = memoiseLast((conditions: readonly Condition[], terms: readonly Term[]): Asked => ({
  conditions,
  terms,
}));

export const selectAsked = (state: InventoryState): Asked =>
  paired(selectConditions(state), selectTerms(state));

/** The keys that some picture writes under. */
const PICTURED: readonly Key[] = ['age', 'scope', 'due', 'duein', 'expires'];

/**
 * The rows that fulfil all but what a picture writes itself under some keys: a bar tells how many rows a press on it would
 * show. What must not hold is never written by a picture, and so counts whatever its key.
 */
export type RowsBut = (own: readonly Key[]) => Uint32Array;

/** Walks over all rows once, for what every picture asks; each picture then walks over what is left. */
export function openRowsBut(rows: TokenRows, { conditions, terms }: Asked): RowsBut {
  const before = conditions.length - terms.length;
  const keyOf = (index: number) => {
    const term = terms[index - before];
    return term?.isNegated === false ? term.key : undefined;
  };
  const isUnder = (keys: readonly Key[]) => (_: Condition, index: number) =>
    keys.some((key) => key === keyOf(index));
  const isPictured = isUnder(PICTURED);
  const all = new Uint32Array(rows.size());
  for (let row = 0; row < all.length; row += 1) all[row] = row;
  const common = filtered(
    all,
    conditions.filter((condition, index) => !isPictured(condition, index)),
  );
  return (own) => {
    const isOwn = isUnder(own);
    const others = conditions.filter(
      (condition, index) => isPictured(condition, index) && !isOwn(condition, index),
    );
    return filtered(common, others);
  };
}
