import type { MaxAgeDays } from '../../../shared/domain/age-policy';
import { SEGMENT_NAMES, type Segment } from './segments';

/** Ages that are counted together. */
export interface AgeBand {
  /** As the query language has it, under `age`. */
  readonly value: string;
  /** On the axis. */
  readonly name: string;
  readonly words: string;
  /** The last whole day that is within; the band before says the first. */
  readonly to: number;
}

/** A maximum age of the policy, and whom it is for. */
export interface AgeLimit {
  readonly days: number;
  readonly segments: readonly Segment[];
  /** The value of the band that ends at it. */
  readonly after: string;
}

export const UNKNOWN_AGE: AgeBand = {
  value: 'unknown',
  name: '? unknown',
  words: 'Unknown age',
  to: Number.NaN,
};

/** Where bands end whatever the policy: these are the bands of the age filter. */
const USUAL_ENDS = [30, 90, 180, 365];

const LIMITED: readonly (readonly [Segment, keyof MaxAgeDays])[] = [
  ['admin', 'all'],
  ['read-only', 'view-builds'],
  ['status', 'status'],
  ['personal', 'personal'],
];

/** The bands of ages that are known, from young to old: each limit of the policy is the end of one, so no bar straddles a limit. */
export function ageBands(limits: MaxAgeDays): readonly AgeBand[] {
  const set = LIMITED.flatMap(([, key]) => limits[key] ?? []);
  const ends = [...new Set([...USUAL_ENDS, ...set])].sort((a, b) => a - b);
  const last = ends.at(-1) ?? 0;
  return [
    ...ends.map((to, index): AgeBand => {
      const before = ends[index - 1];
      if (before === undefined)
        return { value: `<=${to}`, name: `≤ ${to} d`, words: `${to} days or less`, to };
      const from = before + 1;
      return { value: `${from}..${to}`, name: `${from}–${to}`, words: `${from} to ${to} days`, to };
    }),
    { value: `>${last}`, name: `> ${last}`, words: `Over ${last} days`, to: Number.POSITIVE_INFINITY },
  ];
}

/** The limits that the policy sets, the shortest first; scopes with the same limit share one. */
export function ageLimits(limits: MaxAgeDays): readonly AgeLimit[] {
  const bands = ageBands(limits);
  return bands.flatMap(({ to: days, value: after }) => {
    const segments = LIMITED.flatMap(([segment, key]) => (limits[key] === days ? [segment] : []));
    return segments.length === 0 ? [] : [{ days, segments, after }];
  });
}

/** The limits in a sentence: `The policy allows Admin 90 days, Read Only 180 days`. */
export function limitWords(limits: readonly AgeLimit[]): string {
  const said = limits.flatMap(({ days, segments }) =>
    segments.map((segment) => `${SEGMENT_NAMES[segment]} ${days} days`),
  );
  return said.length === 0 ? 'The policy sets no maximum age' : `The policy allows ${said.join(', ')}`;
}
