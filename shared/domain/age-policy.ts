import type { OverlapHours } from './rotation-plan';
import { DAY_MS, type Instant } from './instant';
import type { TokenRecord, TokenScope } from './token';

/** Maximum ages in days, per project scope and for personal tokens; absent means no limit. */
export interface MaxAgeDays {
  readonly all?: number;
  readonly 'view-builds'?: number;
  readonly status?: number;
  readonly personal?: number;
}

/** When tokens are due. Pure data: judged against an instant that is passed in. */
export interface AgePolicy {
  readonly name: string;
  readonly maxAgeDays: MaxAgeDays;
  /** Due this many days after the last use, where the last use is known. */
  readonly unusedDays?: number;
  /** Every token created before this moment is due, whatever its age: in an incident, all had to be replaced then. */
  readonly createdBefore?: Instant;
  /** A token of unknown age is due this many days after Rekey first saw it. */
  readonly unknownAgeDueAfterDays: number;
  /** A person is warned this many days before a token is due; from the first of them on, it counts as due soon. */
  readonly warnSteps: readonly number[];
  /** The old token lives on for this long after the new value is proved. */
  readonly overlapHours: OverlapHours;
  /** Exceptions end after this many days at the latest, however long they were granted for. */
  readonly longestExceptionDays?: number;
  /** A report says “meets policy” only where somebody has named the risk analysis that the limits rest on. */
  readonly wantsRiskAnalysis?: true;
  readonly riskAnalysis?: string;
}

/** Days before a due date on which a person is warned, where a policy says nothing else. */
export const USUAL_WARN_STEPS: readonly number[] = [30, 15, 7, 1];

/** The default (product facts: 90 days by CIS AWS 1.14 and CIS GCP 1.7; the split by scope is Rekey's judgement). */
export const BALANCED: AgePolicy = {
  name: 'Balanced',
  maxAgeDays: { all: 90, 'view-builds': 180, status: 365, personal: 90 },
  unusedDays: 90,
  unknownAgeDueAfterDays: 30,
  warnSteps: USUAL_WARN_STEPS,
  overlapHours: 24,
};

/** What makes a token due: its age, that nobody used it, or that it is from before an incident. */
export type DueBecause = 'age' | 'unused' | 'incident';

/**
 * What a policy says of one token at one instant. Unknown age is a state of its own, due or not: it is never `fine`.
 * `no-limit` means that the policy sets none for this scope; `excepted`, that somebody answers for it until then.
 */
export type DueState =
  | { readonly kind: 'overdue'; readonly dueAt: Instant; readonly because: DueBecause }
  | { readonly kind: 'due-soon'; readonly dueAt: Instant; readonly because: DueBecause }
  | { readonly kind: 'fine'; readonly dueAt: Instant; readonly because: DueBecause }
  | { readonly kind: 'unknown-age'; readonly dueAt: Instant; readonly isDue: boolean }
  | { readonly kind: 'excepted'; readonly dueAt: Instant }
  | { readonly kind: 'no-limit' };

export type DueKind = DueState['kind'];

/** Judges one token at one instant. Due means: the due date has been reached. */
export function judge(token: TokenRecord, policy: AgePolicy, now: Instant): DueState {
  const unusedDueAt = after(token.lastUsedAt, policy.unusedDays);
  const isUnused = unusedDueAt !== undefined && unusedDueAt <= now;
  const limit = limitFor(token, policy);
  const createdAt = createdBy(token);

  if (createdAt === undefined && !isUnused) {
    if (limit === undefined && policy.createdBefore === undefined) return { kind: 'no-limit' };
    const dueAt = token.firstSeenAt + policy.unknownAgeDueAfterDays * DAY_MS;
    return { kind: 'unknown-age', dueAt, isDue: dueAt <= now };
  }

  let because: DueBecause = 'incident';
  let dueAt = incidentFor(token, policy);
  const ageDueAt = after(createdAt, limit);
  if (earlier(ageDueAt, dueAt)) [because, dueAt] = ['age', ageDueAt];
  if (earlier(unusedDueAt, dueAt)) [because, dueAt] = ['unused', unusedDueAt];
  if (dueAt === undefined) return { kind: 'no-limit' };
  if (dueAt <= now) return { kind: 'overdue', dueAt, because };
  const isSoon = dueAt - now <= firstWarning(policy) * DAY_MS;
  return { kind: isSoon ? 'due-soon' : 'fine', dueAt, because };
}

/**
 * When a token was created at the latest: what was seen was there. A date that a wrong clock put into the future postpones
 * nothing.
 */
export const createdBy = ({
  createdAt,
  firstSeenAt,
}: Pick<TokenRecord, 'createdAt' | 'firstSeenAt'>): Instant | undefined =>
  createdAt === undefined ? undefined : Math.min(createdAt, firstSeenAt);

/** True when the person should act now: past its limit, unused too long, or of unknown age past its grace. */
export function isDue(state: DueState): boolean {
  return state.kind === 'overdue' || (state.kind === 'unknown-age' && state.isDue);
}

/** How many days before a due date the first warning is given; nothing is due soon where there is none. */
export const firstWarning = ({ warnSteps }: AgePolicy): number =>
  warnSteps.reduce((a, b) => (a > b ? a : b), 0);

function limitFor(token: TokenRecord, policy: AgePolicy): number | undefined {
  if (token.kind === 'personal') return policy.maxAgeDays.personal;
  return policy.maxAgeDays[strictestKnown(token.scope)];
}

/** A scope Rekey does not know could be anything, so it is held to the limit for Admin. */
function strictestKnown(scope: TokenScope): 'all' | 'view-builds' | 'status' {
  return scope === 'view-builds' || scope === 'status' ? scope : 'all';
}

function after(from: Instant | undefined, days: number | undefined): Instant | undefined {
  return from === undefined || days === undefined ? undefined : from + days * DAY_MS;
}

function incidentFor(token: TokenRecord, { createdBefore }: AgePolicy): Instant | undefined {
  const createdAt = createdBy(token);
  const isFromBefore = createdAt !== undefined && createdBefore !== undefined && createdAt < createdBefore;
  return isFromBefore ? createdBefore : undefined;
}

function earlier(a: Instant | undefined, b: Instant | undefined): boolean {
  return a !== undefined && (b === undefined || a < b);
}
