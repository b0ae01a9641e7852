import { DUE_VALUES } from '../rows/conditions';
import type { TokenRows } from '../rows/token-rows';
import { countsAt, SEGMENTS, segmentsByCode, sumOf, type SegmentCounts } from './segments';

/** The due states as the query language has them under `due`, each token being in one of them. */
export const STATES = ['overdue', 'soon', 'unknown', 'fine', 'excepted', 'none'] as const;
export type State = (typeof STATES)[number];

/** How many tokens are in a due state, by segment. */
export interface StateLine {
  readonly state: State;
  readonly counts: SegmentCounts;
  readonly total: number;
}

/** Counts some rows by due state and scope, in one walk. */
export function stateCounts(rows: TokenRows, some: Uint32Array): readonly StateLine[] {
  const { due, scope } = rows.columns;
  const lines = Uint8Array.from(due.values, (code) =>
    STATES.findIndex((state) => DUE_VALUES[state].some((one) => one === code)),
  );
  const [dueCodes, scopeCodes, places] = [due.codes(), scope.codes(), segmentsByCode(rows)];
  const table = new Uint32Array(STATES.length * SEGMENTS.length);
  for (const row of some) {
    const line = lines[dueCodes[row] ?? 0] ?? 0;
    const cell = line * SEGMENTS.length + (places[scopeCodes[row] ?? 0] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  return STATES.map((state, line) => {
    const counts = countsAt(table, line);
    return { state, counts, total: sumOf(counts) };
  });
}
