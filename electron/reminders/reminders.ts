import { isDue, type DueState } from '../../shared/domain/age-policy';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { standing, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';

/** The step that stands for a token that is due. */
export const DUE = 0;

/**
 * Of which tokens which steps were told, in days before they are due. A step that was told is told again only where the due date
 * has moved away from it since: an exception, another policy, or a clock that had gone wrong.
 */
export type Told = ReadonlyMap<TokenRef, readonly number[]>;

export interface Reminders {
  readonly dueNow: number;
  /** How many tokens have come to a step since it was last told of: by step, the nearest first. */
  readonly news: ReadonlyMap<number, number>;
  readonly told: Told;
}

/**
 * What is to be told of tokens at an instant. Each is told of the nearest step that it has come to; the steps that it came
 * past while nobody looked are told with it.
 */
export function reminders(
  tokens: readonly TokenRecord[],
  rules: Rules,
  steps: readonly number[],
  now: Instant,
  told: Told,
): Reminders {
  const counts = new Map<number, number>();
  const next = new Map(told);
  let [dueNow, isChanged] = [0, false];
  for (const token of tokens) {
    const state = standing(token, rules, now);
    if (isDue(state)) dueNow += 1;
    const reached = reachedSteps(state, steps, now);
    const [nearest] = reached;
    const known = next.get(token.ref) ?? [];
    const before = known.filter((step) => !isAhead(step, state, now));
    if (before.length < known.length) next.set(token.ref, before);
    isChanged ||= before.length < known.length;
    if (nearest === undefined || before.includes(nearest)) continue;
    counts.set(nearest, (counts.get(nearest) ?? 0) + 1);
    next.set(token.ref, [...new Set([...before, ...reached])]);
  }
  const news = new Map([...counts].toSorted(([a], [b]) => a - b));
  return { dueNow, news, told: news.size > 0 || isChanged ? next : told };
}

/** Whether a token has more than a day to go to a step: less, and a clock that is set by minutes would tell it twice. */
const isAhead = (step: number, state: DueState, now: Instant): boolean =>
  state.kind !== 'no-limit' && state.dueAt - now > (step + 1) * DAY_MS;

/** The steps that a token has come to or past, the nearest to its due date first. */
function reachedSteps(state: DueState, steps: readonly number[], now: Instant): readonly number[] {
  if (state.kind === 'no-limit') return [];
  const left = state.dueAt - now;
  const reached = steps.filter((days) => left <= days * DAY_MS).toSorted((a, b) => a - b);
  return isDue(state) ? [DUE, ...reached] : reached;
}
