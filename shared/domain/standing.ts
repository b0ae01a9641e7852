import { judge, type AgePolicy, type DueState } from './age-policy';
import type { Instant } from './instant';
import { endOf, exceptionFor, isInForce, type PolicyException } from './policy-exception';
import type { TokenRecord } from './token';

/** What tokens are judged by: the policy in force, and who may outlive it. */
export interface Rules {
  readonly policy: AgePolicy;
  readonly exceptions: readonly PolicyException[];
}

/**
 * How a token stands under the rules at an instant: the one verdict that the page, the reports and the reminders share.
 * An exception in force puts the due date off until it ends; what the policy does not limit needs none.
 */
export function standing(token: TokenRecord, { policy, exceptions }: Rules, now: Instant): DueState {
  const due = judge(token, policy, now);
  if (due.kind === 'no-limit' || exceptions.length === 0) return due;
  const exception = exceptionFor(token, exceptions, policy, now);
  if (exception === undefined) return due;
  return { kind: 'excepted', dueAt: Math.max(due.dueAt, endOf(exception, policy)) };
}

/** The rules without what is not in force at an instant: the same verdicts at it, found sooner. */
export const inForceAt = ({ policy, exceptions }: Rules, now: Instant): Rules => ({
  policy,
  exceptions: exceptions.filter((exception) => isInForce(exception, policy, now)),
});

/** When the next of the exceptions in force ends; nothing where none is. */
export function nextEndOf(rules: Rules, now: Instant): Instant | undefined {
  const ends = inForceAt(rules, now).exceptions.map((exception) => endOf(exception, rules.policy));
  return ends.length === 0 ? undefined : Math.min(...ends);
}
