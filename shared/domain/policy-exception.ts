import type { AgePolicy } from './age-policy';
import { DAY_MS, type Instant } from './instant';
import type { TokenRecord } from './token';
import { isIn, type TokenFilter } from './token-filter';
import type { TokenRef } from './token-ref';

/** Names an exception: `exc_` and 16 hex digits. */
export type ExceptionId = `exc_${string}`;

const SHAPE = /^exc_[0-9a-f]{16}$/;

export function parseExceptionId(raw: unknown): ExceptionId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as ExceptionId) : undefined;
}

/** A label is the host's, and as long as that lets it be: more than this of it is not kept. */
export const LONGEST_SUBJECT_LABEL = 20_000;

/** What an exception is for: one token, which its successor does not inherit, or a group. */
export type ExceptionSubject =
  | { readonly kind: 'token'; readonly ref: TokenRef; readonly label: string }
  | { readonly kind: 'filter'; readonly filter: TokenFilter };

/** Somebody answers for tokens that outlive the policy, somebody else agreed, and it ends by itself. */
export interface PolicyException {
  readonly id: ExceptionId;
  readonly subject: ExceptionSubject;
  readonly owner: string;
  readonly approver: string;
  readonly reason: string;
  readonly grantedAt: Instant;
  readonly until: Instant;
  /** A person ended it before its time. */
  readonly ended?: { readonly at: Instant; readonly reason: string };
}

/** A year, whatever a policy says: nothing is excepted for good by a date that nobody will live to see. */
export const LONGEST_EXCEPTION_DAYS = 365;

/** How many days an exception lasts at most under a policy; 0 where it knows none. */
export const longestException = ({
  longestExceptionDays: own = LONGEST_EXCEPTION_DAYS,
}: Pick<AgePolicy, 'longestExceptionDays'>): number => Math.min(own, LONGEST_EXCEPTION_DAYS);

/** When an exception ends under a policy, which may allow less than was granted under another. */
export function endOf(exception: PolicyException, policy: AgePolicy): Instant {
  const { grantedAt, until, ended } = exception;
  return Math.min(until, ended?.at ?? until, grantedAt + longestException(policy) * DAY_MS);
}

/** Whether an exception is granted, and has not ended, at an instant. */
export const isInForce = (exception: PolicyException, policy: AgePolicy, now: Instant): boolean =>
  exception.grantedAt <= now && now < endOf(exception, policy);

/** Whether an exception speaks of a token, in force or not. */
export function isAbout({ subject }: PolicyException, token: TokenRecord): boolean {
  return subject.kind === 'token' ? subject.ref === token.ref : isIn(token, subject.filter);
}

/** Of the exceptions that a token is under at an instant, the one that lasts longest. */
export function exceptionFor(
  token: TokenRecord,
  exceptions: readonly PolicyException[],
  policy: AgePolicy,
  now: Instant,
): PolicyException | undefined {
  let longest: PolicyException | undefined;
  for (const exception of exceptions) {
    if (!isInForce(exception, policy, now) || !isAbout(exception, token)) continue;
    if (longest === undefined || endOf(exception, policy) > endOf(longest, policy)) longest = exception;
  }
  return longest;
}
