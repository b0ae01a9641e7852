import { createdBy, firstWarning, type AgePolicy } from './age-policy';
import { DAY_MS, type Instant } from './instant';
import { endOf } from './policy-exception';
import type { Rules } from './standing';
import type { TokenRecord } from './token';

type Dates = Pick<TokenRecord, 'createdAt' | 'lastUsedAt' | 'firstSeenAt' | 'kind' | 'scope'>;

/** The next instant at which an exception begins or ends; Infinity where none does. */
export function nextRuleChange({ policy, exceptions }: Rules, now: Instant): Instant {
  let next = Infinity;
  for (const exception of exceptions) {
    next = sooner(next, exception.grantedAt, now);
    next = sooner(next, endOf(exception, policy), now);
  }
  return next;
}

/**
 * An instant until which the policy status of a token stays as it is, exceptions aside; Infinity where it never changes. It is
 * never too late, and may be too early: every date that could matter counts, whether or not it does.
 */
export function nextStatusChange(token: Dates, policy: AgePolicy, now: Instant): Instant {
  const { lastUsedAt, firstSeenAt } = token;
  const createdAt = createdBy(token);
  const warning = firstWarning(policy) * DAY_MS;
  let next = sooner(Infinity, firstSeenAt + policy.unknownAgeDueAfterDays * DAY_MS, now);
  const consider = (dueAt: Instant) => {
    next = sooner(sooner(next, dueAt, now), dueAt - warning, now);
  };
  if (createdAt !== undefined) {
    for (const days of limitsOf(policy)) consider(createdAt + days * DAY_MS);
  }
  if (lastUsedAt !== undefined && policy.unusedDays !== undefined)
    consider(lastUsedAt + policy.unusedDays * DAY_MS);
  if (policy.createdBefore !== undefined) consider(policy.createdBefore);
  return next;
}

const limitsOf = ({ maxAgeDays }: AgePolicy): readonly number[] => Object.values({ ...maxAgeDays });

const sooner = (known: Instant, other: Instant, now: Instant): Instant =>
  other > now && other < known ? other : known;
