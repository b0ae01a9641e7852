import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import type { TokenRows } from '../rows/token-rows';

/** How many days ahead are looked at, the day of today being the first. */
export const DAYS_AHEAD = 90;

/** What falls into some days: by the policy, and by CircleCI's own expiry, which are two separate facts. */
export interface TimeBar {
  /** As the query language has it, under `duein` and under `expires`. */
  readonly value: string;
  /** The first day, counted from now; nothing for what is past. */
  readonly from: number | undefined;
  readonly to: number;
  readonly due: number;
  /** How many of those that are due then are so because their exception ends. */
  readonly excepted: number;
  readonly expires: number;
}

/** Counts some rows by when they are due and when they expire: what is past first, then so many days a bar. */
export function dueTimeline(
  rows: TokenRows,
  some: Uint32Array,
  now: Instant,
  daysEach: number,
): readonly TimeBar[] {
  const bars = Math.ceil((DAYS_AHEAD + 1) / daysEach);
  const { dueAt, expires: expiresAt, due: dueState } = rows.columns;
  const [codes, code] = [dueState.codes(), dueState.values.indexOf('excepted')];
  const underException = some.filter((row) => codes[row] === code);
  const due = countDays(dueAt.values(), some, now, bars, daysEach);
  const excepted = countDays(dueAt.values(), underException, now, bars, daysEach);
  const expires = countDays(expiresAt.values(), some, now, bars, daysEach);
  return Array.from({ length: bars + 1 }, (_, bar) => {
    const counts = { due: due[bar] ?? 0, excepted: excepted[bar] ?? 0, expires: expires[bar] ?? 0 };
    if (bar === 0) return { value: '<0', from: undefined, to: -1, ...counts };
    const from = (bar - 1) * daysEach;
    const to = Math.min(from + daysEach - 1, DAYS_AHEAD);
    return { value: `${from}..${to}`, from, to, ...counts };
  });
}

function countDays(
  instants: Float64Array,
  some: Uint32Array,
  now: Instant,
  bars: number,
  daysEach: number,
): Uint32Array {
  const counts = new Uint32Array(bars + 1);
  const [end, each] = [(DAYS_AHEAD + 1) * DAY_MS, daysEach * DAY_MS];
  for (const row of some) {
    const left = (instants[row] ?? Number.NaN) - now;
    // What is not known is before no end.
    if (!(left < end)) continue;
    const bar = left <= 0 ? 0 : 1 + Math.floor(left / each);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts;
}
