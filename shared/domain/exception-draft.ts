import type { AgePolicy } from './age-policy';
import { DAY_MS, type Instant } from './instant';
import { longestException, type PolicyException } from './policy-exception';
import { isSeen, seenName } from './seen-name';

/** An exception as a person asks for it, before it is granted. */
export type ExceptionDraft = Pick<PolicyException, 'subject' | 'owner' | 'approver' | 'reason' | 'until'>;

/** Why an exception cannot be granted under a policy. */
export type ExceptionProblem =
  /** The policy knows no exception, as in an incident. */
  | { readonly kind: 'none-allowed' }
  | { readonly kind: 'already-over' }
  | { readonly kind: 'too-long'; readonly mostDays: number };

/** What stands in the way of an exception that would be granted now; nothing, where it can be. */
export function exceptionProblem(
  { until }: Pick<ExceptionDraft, 'until'>,
  policy: Pick<AgePolicy, 'longestExceptionDays'>,
  now: Instant,
): ExceptionProblem | undefined {
  const mostDays = longestException(policy);
  if (mostDays === 0) return { kind: 'none-allowed' };
  if (until <= now) return { kind: 'already-over' };
  return until - now > mostDays * DAY_MS ? { kind: 'too-long', mostDays } : undefined;
}

/** Whether nobody but its owner agreed: allowed, as some teams are one person, and said before it is granted. */
export const isSelfApproved = ({ owner, approver }: Pick<ExceptionDraft, 'owner' | 'approver'>): boolean =>
  isSeen(owner) && seenName(owner) === seenName(approver);
