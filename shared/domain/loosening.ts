import { isDue, type AgePolicy, type DueState } from './age-policy';
import type { Instant } from './instant';
import { longestException } from './policy-exception';
import { standing, type Rules } from './standing';
import type { TokenRecord } from './token';

/** In what one policy may allow more than another: ages by scope, and the rest of what makes a token due. */
export const LOOSER_PARTS = [
  'all',
  'view-builds',
  'status',
  'personal',
  'unused',
  'unknown-age',
  'incident',
  'exceptions',
] as const;
export type LooserPart = (typeof LOOSER_PARTS)[number];

/** In what a policy allows more than another. Where in nothing, it makes no token due later, whatever tokens there are. */
export function looserParts(before: AgePolicy, after: AgePolicy): readonly LooserPart[] {
  const looser: Readonly<Record<LooserPart, boolean>> = {
    all: isMore(before.maxAgeDays.all, after.maxAgeDays.all),
    'view-builds': isMore(before.maxAgeDays['view-builds'], after.maxAgeDays['view-builds']),
    status: isMore(before.maxAgeDays.status, after.maxAgeDays.status),
    personal: isMore(before.maxAgeDays.personal, after.maxAgeDays.personal),
    unused: isMore(before.unusedDays, after.unusedDays),
    'unknown-age': after.unknownAgeDueAfterDays > before.unknownAgeDueAfterDays,
    incident: (before.createdBefore ?? -Infinity) > (after.createdBefore ?? -Infinity),
    exceptions: longestException(after) > longestException(before),
  };
  return LOOSER_PARTS.filter((part) => looser[part]);
}

/** How many tokens a change of the rules lets off. */
export interface Loosened {
  /** Due now, and not due any more. */
  readonly noLongerDue: number;
  /** Not due now, and due later than they would have been, or never. */
  readonly dueLater: number;
}

/** Counts token by token, so that a walk over very many can rest in between. */
export function openLoosening(before: Rules, after: Rules, now: Instant) {
  const counts = { noLongerDue: 0, dueLater: 0 };
  return {
    take: (token: TokenRecord): void => {
      const was = standing(token, before, now);
      const willBe = standing(token, after, now);
      if (isDue(willBe)) return;
      if (isDue(was)) counts.noLongerDue += 1;
      else if (dueAtOf(willBe) > dueAtOf(was)) counts.dueLater += 1;
    },
    /** Of all that was taken: asked for at the end. */
    counts: (): Loosened => counts,
  };
}

/** No limit is more than any. */
const isMore = (before: number | undefined, after: number | undefined) =>
  (after ?? Infinity) > (before ?? Infinity);

const dueAtOf = (state: DueState) => (state.kind === 'no-limit' ? Infinity : state.dueAt);
