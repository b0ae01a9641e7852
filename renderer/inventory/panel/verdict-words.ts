import { assertNever } from '../../../shared/assert-never';
import type { AgePolicy, DueBecause, DueState } from '../../../shared/domain/age-policy';
import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import { endOf, exceptionFor, type PolicyException } from '../../../shared/domain/policy-exception';
import type { Rules } from '../../../shared/domain/standing';
import type { TokenRecord } from '../../../shared/domain/token';
import { counted } from '../../words/count-words';
import { dayUtc, exactUtc } from '../../words/date-words';
import { kindWord, plain, scopeWord } from '../../words/token-words';

/** What the policy says of a token, and why: `Admin, 412 days old; Balanced allows 90; due since 2025-11-20`. */
export function verdictWords(
  token: TokenRecord,
  due: DueState,
  { policy, exceptions }: Rules,
  now: Instant,
): string {
  const what = token.kind === 'personal' ? `${kindWord(token.kind)} token` : scopeWord(token);
  const age =
    token.createdAt === undefined
      ? 'of unknown age'
      : `${counted(wholeDays(token.createdAt, now), 'day')} old`;
  switch (due.kind) {
    case 'no-limit':
      return `${what}, ${age}; ${policy.name} sets no limit`;
    case 'unknown-age':
      return `${what}, ${age}; ${policy.name} allows ${counted(policy.unknownAgeDueAfterDays, 'day')} after Rekey first saw it; ${sinceWord(due.dueAt, due.isDue)}`;
    case 'excepted':
      return `${what}, ${age}; ${exceptionWords(exceptionFor(token, exceptions, policy, now), policy)}; ${sinceWord(due.dueAt, false)}`;
    case 'overdue':
    case 'due-soon':
    case 'fine':
      return `${what}, ${reasonWords(token, due, policy, now, age)}; ${sinceWord(due.dueAt, due.kind === 'overdue')}`;
    default:
      return assertNever(due);
  }
}

/** Who answers for the token, who agreed, and until when. */
function exceptionWords(exception: PolicyException | undefined, policy: AgePolicy): string {
  if (exception === undefined) return 'an exception stands';
  const { owner, approver } = exception;
  const end = exactUtc(endOf(exception, policy));
  return `an exception stands until ${end}, owned by ${plain(owner)}, approved by ${plain(approver)}`;
}

/** Whole days since a moment; none where the host's clock is ahead of this computer's. */
const wholeDays = (instant: Instant, now: Instant) => Math.max(0, Math.floor((now - instant) / DAY_MS));

const sinceWord = (dueAt: Instant, isDue: boolean) => `due ${isDue ? 'since' : 'on'} ${dayUtc(dueAt)}`;

function reasonWords(
  { kind, scope, lastUsedAt }: TokenRecord,
  { because }: { readonly because: DueBecause },
  { name, maxAgeDays, unusedDays = 0, createdBefore }: AgePolicy,
  now: Instant,
  age: string,
): string {
  if (because === 'unused' && lastUsedAt !== undefined) {
    const idle = counted(wholeDays(lastUsedAt, now), 'day');
    return `last used ${idle} ago; ${name} allows ${String(unusedDays)} without use`;
  }
  if (because === 'incident' && createdBefore !== undefined)
    return `${age}; ${name} wants everything replaced that was created before ${exactUtc(createdBefore)}`;
  const limit =
    kind === 'personal'
      ? maxAgeDays.personal
      : maxAgeDays[scope === 'view-builds' || scope === 'status' ? scope : 'all'];
  return `${age}; ${name} allows ${String(limit ?? 0)}`;
}
