import type { TokenRef } from '../../shared/domain/token-ref';
import { DUE_VALUES } from './rows/conditions';
import type { TokenRows } from './rows/token-rows';

/** The selection with one token changed over. */
export function toggled(selected: ReadonlySet<TokenRef>, ref: TokenRef): ReadonlySet<TokenRef> {
  const next = new Set(selected);
  if (!next.delete(ref)) next.add(ref);
  return next;
}

/** The refs of some rows. */
export const refsOf = (rows: TokenRows, some: Iterable<number>): readonly TokenRef[] =>
  [...some].flatMap((row) => rows.refAt(row) ?? []);

/** The selection with all of some tokens; or, where all of them were selected, without them. */
export function toggledAll(
  selected: ReadonlySet<TokenRef>,
  refs: readonly TokenRef[],
): ReadonlySet<TokenRef> {
  const next = new Set(selected);
  const areAll = refs.every((ref) => selected.has(ref));
  for (const ref of refs) {
    if (areAll) next.delete(ref);
    else next.add(ref);
  }
  return next;
}

/** The rows among those shown that are selected, in their order: a bulk action touches exactly these. */
export function selectedAmong(
  rows: TokenRows,
  shown: Uint32Array,
  selected: ReadonlySet<TokenRef>,
): Uint32Array {
  if (selected.size === 0) return NONE;
  const isSelected = new Uint8Array(rows.size());
  for (const ref of selected) {
    const row = rows.rowOf(ref);
    if (row !== undefined) isSelected[row] = 1;
  }
  return shown.filter((row) => isSelected[row] === 1);
}

/** The rows among those shown that are due now. */
export function dueAmong({ columns: { due } }: TokenRows, shown: Uint32Array): Uint32Array {
  const codes = due.codes();
  const isDue = due.values.map((code) => DUE_VALUES.now.some((one) => one === code));
  return shown.filter((row) => isDue[codes[row] ?? 0]);
}

const NONE = new Uint32Array(0);
