import type { Instant } from '../../shared/domain/instant';

/** An object of the host's, of which nothing is known yet. */
export type LooseRow = Readonly<Record<string, unknown>>;

const isRow = (raw: unknown): raw is LooseRow =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The object itself, where it is one. */
export const rowOf = (raw: unknown): LooseRow | undefined => (isRow(raw) ? raw : undefined);

/**
 * The rows of a list, bare or under `key`. One row that is no object makes the whole list unreadable: leaving it out would
 * make a token vanish without a word.
 */
export function rowsOf(raw: unknown, key: 'items' | 'data' = 'items'): readonly LooseRow[] | undefined {
  const list: unknown = Array.isArray(raw) ? raw : rowOf(raw)?.[key];
  if (!Array.isArray(list)) return undefined;
  return list.every(isRow) ? list : undefined;
}

/** The first of the named fields that holds a text with something in it. Hosts differ between kebab and snake. */
export function textIn(row: LooseRow, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

const EARLIEST = Date.UTC(2011, 0);
const LATEST = Date.UTC(2100, 0);

/** The first of the named fields that holds a plausible moment, as ISO text or as milliseconds. Never a made-up one. */
export function instantIn(row: LooseRow, ...names: readonly string[]): Instant | undefined {
  for (const name of names) {
    const value = row[name];
    const instant = typeof value === 'string' ? isoInstant(value) : value;
    if (typeof instant === 'number' && instant >= EARLIEST && instant <= LATEST) return Math.trunc(instant);
  }
  return undefined;
}

/** Only the ISO form: `Date.parse` reads a date into almost any text with a number in it. */
function isoInstant(text: string): number | undefined {
  return /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) ? Date.parse(text) : undefined;
}
