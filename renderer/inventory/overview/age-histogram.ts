import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import type { TokenRows } from '../rows/token-rows';
import { UNKNOWN_AGE, type AgeBand } from './age-bands';
import { countsAt, SEGMENTS, segmentsByCode, sumOf, type SegmentCounts } from './segments';

/** How many tokens are of some age, by segment. */
export interface AgeBar extends AgeBand {
  readonly counts: SegmentCounts;
  readonly total: number;
}

/** Counts some rows by age and scope, in one walk. Those of unknown age are a bar of their own, at the end. */
export function ageHistogram(
  rows: TokenRows,
  some: Uint32Array,
  now: Instant,
  known: readonly AgeBand[],
): readonly AgeBar[] {
  const bands = [...known, UNKNOWN_AGE];
  const bandAt = bandsByAge(known);
  const oldest = bandAt.length - 1;
  const table = new Uint32Array(bands.length * SEGMENTS.length);
  const created = rows.columns.created.values();
  const codes = rows.columns.scope.codes();
  const places = segmentsByCode(rows);
  for (const row of some) {
    const age = (now - (created[row] ?? Number.NaN)) / DAY_MS;
    const isKnown = !Number.isNaN(age);
    const band = isKnown
      ? (bandAt[age < 0 ? 0 : age > oldest ? oldest : Math.trunc(age)] ?? 0)
      : known.length;
    const cell = band * SEGMENTS.length + (places[codes[row] ?? 0] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  return bands.map((band, line) => {
    const counts = countsAt(table, line);
    return { ...band, counts, total: sumOf(counts) };
  });
}

/** By whole days of age: the place of the band. The last one holds for all that is older. */
function bandsByAge(bands: readonly AgeBand[]): Uint8Array {
  const lastEnd = bands.at(-2)?.to ?? 0;
  return Uint8Array.from({ length: lastEnd + 2 }, (_, age) => bands.findIndex(({ to }) => age <= to));
}
