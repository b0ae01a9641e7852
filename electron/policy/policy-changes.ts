import type { AgePolicy } from '../../shared/domain/age-policy';
import { exceptionProblem, type ExceptionDraft } from '../../shared/domain/exception-draft';
import type { Instant } from '../../shared/domain/instant';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import {
  isInForce,
  parseExceptionId,
  type ExceptionId,
  type PolicyException,
} from '../../shared/domain/policy-exception';
import {
  MOST_EXCEPTIONS,
  MOST_OWN_POLICIES,
  type ExceptionFailure,
  type PolicyFailure,
} from '../../shared/domain/policy-facts';
import { isPresetName, policyProblem } from '../../shared/domain/policy-problem';
import { err, ok, type Result } from '../../shared/result';
import type { PolicyState } from './policy-store';

/** What is to be kept, what the ledger is told before, and what it is told where that could not be kept. */
export interface Change<Value> {
  readonly next: PolicyState;
  readonly fact?: LedgerFact;
  readonly undone?: LedgerFact;
  readonly value: Value;
}

/** Another policy in force from now on. */
export function applied(
  before: PolicyState,
  policy: AgePolicy,
  now: Instant,
  hashOf: (policy: AgePolicy) => string,
): Result<Change<null>, PolicyFailure> {
  const problem = policyProblem(policy, now);
  if (problem !== undefined) return err(problem);
  const [old, hash] = [hashOf(before.policy), hashOf(policy)];
  return ok({
    next: { ...before, policy, since: now },
    fact: { kind: 'policy-changed', name: policy.name, hash, before: old },
    undone: { kind: 'policy-changed', name: before.policy.name, hash: old, before: hash },
    value: null,
  });
}

/** A policy kept for later, in the place of the one with its name; the names of presets are taken. */
export function withOwn(
  before: PolicyState,
  policy: AgePolicy,
  now: Instant,
): Result<Change<null>, PolicyFailure> {
  if (isPresetName(policy.name)) return err({ kind: 'name-of-preset' });
  const problem = policyProblem(policy, now);
  if (problem !== undefined) return err(problem);
  const others = before.own.filter(({ name }) => name !== policy.name);
  if (others.length >= MOST_OWN_POLICIES) return err({ kind: 'too-many' });
  const own = [...others, policy].toSorted((a, b) => a.name.localeCompare(b.name));
  return ok({ next: { ...before, own }, value: null });
}

/** A policy of a person's own is kept no longer; where it is in force, it stays so. */
export function withoutOwn(before: PolicyState, name: string): Result<Change<null>, PolicyFailure> {
  const own = before.own.filter((policy) => policy.name !== name);
  return own.length === before.own.length
    ? err({ kind: 'no-such-policy' })
    : ok({ next: { ...before, own }, value: null });
}

/** One more exception. Of those that have ended, the oldest makes room where there is none. */
export function granted(
  before: PolicyState,
  draft: ExceptionDraft,
  now: Instant,
  nonce: string,
): Result<Change<PolicyException>, ExceptionFailure> {
  const problem = exceptionProblem(draft, before.policy, now);
  if (problem !== undefined) return err(problem);
  const id = parseExceptionId(`exc_${nonce.slice(0, 16)}`);
  if (id === undefined) throw new Error('a random id is hex digits');
  const others = withRoom(before, now);
  if (others === undefined) return err({ kind: 'too-many' });
  const exception: PolicyException = { id, ...draft, grantedAt: now };
  return ok({
    next: { ...before, exceptions: [...others, exception] },
    fact: factOf('exception-granted', exception, exception.reason),
    undone: factOf('exception-revoked', exception, 'It could not be kept, and never was in force.'),
    value: exception,
  });
}

/** An exception that was in force, and is no longer. */
export function ended(
  before: PolicyState,
  id: ExceptionId,
  reason: string,
  now: Instant,
): Result<Change<PolicyException>, ExceptionFailure> {
  const found = before.exceptions.find((exception) => exception.id === id);
  if (found === undefined) return err({ kind: 'no-such-exception' });
  if (now >= (found.ended?.at ?? found.until)) return err({ kind: 'already-over' });
  const exception: PolicyException = { ...found, ended: { at: now, reason } };
  return ok({
    next: { ...before, exceptions: before.exceptions.map((one) => (one.id === id ? exception : one)) },
    fact: factOf('exception-revoked', exception, reason),
    undone: factOf('exception-granted', found, found.reason),
    value: exception,
  });
}

function withRoom({ exceptions, policy }: PolicyState, now: Instant): readonly PolicyException[] | undefined {
  if (exceptions.length < MOST_EXCEPTIONS) return exceptions;
  const oldest = exceptions.find((exception) => !isInForce(exception, policy, now));
  return oldest && exceptions.filter((exception) => exception !== oldest);
}

const factOf = (
  kind: 'exception-granted' | 'exception-revoked',
  { id: exception, owner, approver, until }: PolicyException,
  reason: string,
): LedgerFact => ({ kind, exception, owner, approver, reason, until });
