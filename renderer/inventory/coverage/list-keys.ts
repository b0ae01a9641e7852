/** Where a key leads in a list of rows; the same row where it leads nowhere. `page` is how many rows are in view. */
export function moveInList(
  at: number,
  key: string,
  { rows, page }: { readonly rows: number; readonly page: number },
): number {
  const to = (row: number) => Math.max(0, Math.min(row, rows - 1));
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return 0;
    case 'End':
      return to(rows - 1);
    default:
      return at;
  }
}

/** The selection with one key taken in, or out where it was in. */
export function withToggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The selection with all keys from one row to another, in whichever direction. */
export function withRange(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...selected, ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}
