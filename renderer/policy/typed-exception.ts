import type { AgePolicy } from '../../shared/domain/age-policy';
import { exceptionProblem, type ExceptionDraft } from '../../shared/domain/exception-draft';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { longestException, type ExceptionSubject } from '../../shared/domain/policy-exception';
import { err, ok, type Result } from '../../shared/result';
import { exceptionFailureSentence } from './failure-words';

/** An exception as it stands in the fields of its dialog. */
export interface TypedException {
  readonly owner: string;
  readonly approver: string;
  readonly reason: string;
  /** `2026-12-24`: it ends when that day begins, in UTC. */
  readonly until: string;
}

export const NOTHING_TYPED: TypedException = { owner: '', approver: '', reason: '', until: '' };

/** The exception that is typed, or the sentence that says what is missing. */
export function readException(
  typed: TypedException,
  subject: ExceptionSubject,
  policy: AgePolicy,
  now: Instant,
): Result<ExceptionDraft, string> {
  const [owner, approver, reason] = [typed.owner.trim(), typed.approver.trim(), typed.reason.trim()];
  if (owner === '') return err('Nothing was granted. Say who answers for these tokens.');
  if (approver === '') return err('Nothing was granted. Say who approved it.');
  if (reason.length < 3) return err('Nothing was granted. Say why, in a few words.');
  const until = Date.parse(`${typed.until}T00:00Z`);
  if (Number.isNaN(until)) return err('Nothing was granted. Say on which day it ends.');
  const problem = exceptionProblem({ until }, policy, now);
  return problem === undefined
    ? ok({ subject, owner, approver, reason, until })
    : err(exceptionFailureSentence(problem));
}

/** The last day on which an exception can end under a policy, as a date field has it. */
export const lastDay = (policy: AgePolicy, now: Instant): string =>
  new Date(now + longestException(policy) * DAY_MS).toISOString().slice(0, 10);
