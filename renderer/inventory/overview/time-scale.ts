import { COUNT_HEIGHT, DUE_HEIGHT, EXPIRES_HEIGHT } from './chart-size';
import type { TimeBar } from './due-timeline';

export interface TimeScale {
  /** Pixels for each token, above the line and below it. */
  readonly perToken: number;
  /** A bar of more than this is drawn as long as it, and with a break through it. */
  readonly most: number;
}

/** How often what is past may be the tallest of what is to come. */
const PAST_TO_COMING = 1.5;

/** A scale by which what is to come can be told apart, however much is past: the bars of the past are broken off. */
export function timeScale(bars: readonly TimeBar[]): TimeScale {
  const coming = bars.flatMap(({ from, due, expires }) => (from === undefined ? [] : [due, expires]));
  const tallest = Math.max(0, ...coming);
  const most = tallest === 0 ? Number.POSITIVE_INFINITY : Math.ceil(tallest * PAST_TO_COMING);
  const due = Math.max(1, ...bars.map((bar) => Math.min(bar.due, most)));
  const expires = Math.max(1, ...bars.map((bar) => Math.min(bar.expires, most)));
  const perToken = Math.min((DUE_HEIGHT - COUNT_HEIGHT) / due, (EXPIRES_HEIGHT - COUNT_HEIGHT) / expires);
  return { perToken, most };
}
