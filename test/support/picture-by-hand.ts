import type { DemoState } from '../../electron/demo/demo-state';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { visibleTokens, type Placed } from './server-facts';

const LIMIT_DAYS: Readonly<Record<string, number>> = { all: 90, 'view-builds': 180, status: 365 };
const GRACE_DAYS = 30;
const UNUSED_DAYS = 90;

/** When a token is due by the Balanced policy, without any of Rekey's code; unknown ages are first seen now. */
function dueAtByHand({ token, project }: Placed, now: Instant): Instant {
  const unusedAt = token.lastUsedAt === undefined ? Infinity : token.lastUsedAt + UNUSED_DAYS * DAY_MS;
  if (token.hidesAge) return unusedAt <= now ? unusedAt : now + GRACE_DAYS * DAY_MS;
  const limit = project === 'personal' ? 90 : (LIMIT_DAYS[token.scope] ?? 90);
  return Math.min(token.createdAt + limit * DAY_MS, unusedAt);
}

const SCOPE_NAMES: Readonly<Record<string, string>> = {
  all: 'Admin',
  'view-builds': 'Read Only',
  status: 'Status',
  full: 'Personal',
  read: 'Personal',
  write: 'Personal',
};

/** How many tokens of each scope the server has whose age is within some whole days; without days, those it tells no age of. */
export function agesByHand(state: DemoState, now: Instant, days?: readonly [from: number, to: number]) {
  const counts = new Map(['Admin', 'Read Only', 'Status', 'Personal'].map((name) => [name, 0]));
  for (const { token } of visibleTokens(state)) {
    const age = Math.floor((now - token.createdAt) / DAY_MS);
    const isWithin =
      days === undefined ? token.hidesAge : age >= days[0] && age <= days[1] && !token.hidesAge;
    const name = SCOPE_NAMES[token.scope] ?? 'Other';
    if (isWithin) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 0);
}

/** How many tokens of the server come due, and how many expire, from one day to another; without days, in the past. */
export function timesByHand(state: DemoState, now: Instant, days?: readonly [from: number, to: number]) {
  const isThen = (instant: Instant) => {
    if (days === undefined) return instant <= now;
    return instant > now && instant >= now + days[0] * DAY_MS && instant < now + (days[1] + 1) * DAY_MS;
  };
  const all = visibleTokens(state);
  return {
    due: all.filter((placed) => isThen(dueAtByHand(placed, now))).length,
    expires: all.filter(({ token }) => isThen(token.expiresAt ?? Infinity)).length,
  };
}
