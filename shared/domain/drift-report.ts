import { totalCoverage, type CoverageTotals } from './coverage';
import {
  DRIFT_KINDS,
  driftBetween,
  type DriftChange,
  type DriftKind,
  type Sighting,
  type OwnDeeds,
} from './drift';
import type { Instant } from './instant';
import type { TokenRef } from './token-ref';

/** A kept look, in figures: when it ended, how many tokens it had, and how much it had read. */
export interface LookFacts {
  readonly takenAt: Instant;
  readonly tokens: number;
  readonly coverage: CoverageTotals;
}

/** The most changes that are told one by one; the counts are always of all. */
export const MAX_CHANGES = 2_000;

/** What is not as it was at an earlier look. */
export interface DriftReport {
  readonly since: LookFacts;
  readonly until: LookFacts;
  readonly counts: Readonly<Record<DriftKind, number>>;
  readonly changes: readonly DriftChange[];
  /** Every token of now that is new or not as it was, also beyond the changes that are told one by one. */
  readonly changedRefs: readonly TokenRef[];
  readonly unchecked: number;
}

export type DriftFailure =
  | { readonly kind: 'no-such-connection' }
  /** There was no look yet, or only one. */
  | { readonly kind: 'nothing-to-compare' }
  /** The look that was asked for is no longer kept. */
  | { readonly kind: 'no-such-snapshot' };

export const lookFactsOf = ({ takenAt, tokens, coverage }: Sighting): LookFacts => ({
  takenAt,
  tokens: tokens.length,
  coverage: totalCoverage([coverage]),
});

/** How many changes there are in all, also beyond those that are told one by one. */
export const changeCount = ({ counts }: Pick<DriftReport, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** True where the token is still in the inventory, so that it can be shown there. */
export const isStillThere = (kind: DriftKind): boolean =>
  kind !== 'deleted-outside' && kind !== 'project-gone' && kind !== 'retired-by-rekey';

/** What was read for the first time may be as it always was. */
const isNotAsItWas = ({ kind }: DriftChange) => isStillThere(kind) && kind !== 'first-read';

/** Compares two looks, for a page that shows the first few of many changes. */
export function reportDrift(before: Sighting, after: Sighting, own: OwnDeeds): DriftReport {
  const { changes, unchecked } = driftBetween(before, after, own);
  const counts = Object.fromEntries(DRIFT_KINDS.map((kind) => [kind, 0])) as Record<DriftKind, number>;
  for (const { kind } of changes) counts[kind] += 1;
  return {
    since: lookFactsOf(before),
    until: lookFactsOf(after),
    counts,
    changes: changes.slice(0, MAX_CHANGES),
    changedRefs: changes.filter(isNotAsItWas).map(({ token }) => token.ref),
    unchecked,
  };
}
