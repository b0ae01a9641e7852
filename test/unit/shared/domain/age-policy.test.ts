import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BALANCED, isDue, judge } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { anyToken, daysAgo, NOW, tokenWith } from '../../../support/token-records';

const stateOf = (said: Parameters<typeof tokenWith>[0]) => judge(tokenWith(said), BALANCED, NOW);

describe('the Balanced policy', () => {
  test.each([
    ['an Admin token', { scope: 'all' as const }, 90],
    ['a Read Only token', { scope: 'view-builds' as const }, 180],
    ['a Status token', { scope: 'status' as const }, 365],
    ['a personal token', { kind: 'personal' as const, scope: 'full' as const }, 90],
    ['a token of a scope that Rekey does not know', { scope: 'other' as const }, 90],
  ])('%s is due on the day that its limit is reached, and not before', (_what, said, days) => {
    expect(stateOf({ ...said, createdAt: daysAgo(days) })).toEqual({
      kind: 'overdue',
      dueAt: NOW,
      because: 'age',
    });
    expect(stateOf({ ...said, createdAt: daysAgo(days) + 1 }).kind).toBe('due-soon');
    expect(stateOf({ ...said, createdAt: daysAgo(days - 30) }).kind).toBe('due-soon');
    expect(stateOf({ ...said, createdAt: daysAgo(days - 31) }).kind).toBe('fine');
  });

  test('a young token that was not used for 90 days is due because it is unused', () => {
    const state = stateOf({ scope: 'status', createdAt: daysAgo(100), lastUsedAt: daysAgo(90) });
    expect(state).toEqual({ kind: 'overdue', dueAt: NOW, because: 'unused' });
  });

  test('a token of unknown age is due 30 days after it was first seen, and says so until then', () => {
    expect(stateOf({ firstSeenAt: daysAgo(29) })).toEqual({
      kind: 'unknown-age',
      dueAt: NOW + DAY_MS,
      isDue: false,
    });
    expect(isDue(stateOf({ firstSeenAt: daysAgo(30) }))).toBe(true);
  });
});

describe('warnings', () => {
  const soonWith = (warnSteps: readonly number[], daysLeft: number) =>
    judge(tokenWith({ createdAt: daysAgo(90 - daysLeft) }), { ...BALANCED, warnSteps }, NOW).kind;

  test('a token is due soon from the first warning on, in whatever order the warnings stand', () => {
    expect(soonWith([1, 45, 7], 45)).toBe('due-soon');
    expect(soonWith([1, 45, 7], 46)).toBe('fine');
  });

  test('where nobody is to be warned, no token is due soon', () => {
    expect(soonWith([], 1)).toBe('fine');
  });
});

describe('under every policy of this form', () => {
  const days = fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined });
  const policies = fc
    .record({ all: days, 'view-builds': days, status: days, personal: days, unusedDays: days })
    .map(({ unusedDays, ...maxAgeDays }) => ({
      ...BALANCED,
      maxAgeDays: defined(maxAgeDays),
      ...defined({ unusedDays }),
    }));

  test('a token of unknown age that is not known to be unused is never called fine or due soon', () => {
    fc.assert(
      fc.property(anyToken, policies, ({ createdAt: _unknown, lastUsedAt: _never, ...token }, policy) => {
        expect(['unknown-age', 'no-limit']).toContain(judge(token, policy, NOW).kind);
      }),
    );
  });

  test('once due, a token stays due for as long as nothing but time changes', () => {
    fc.assert(
      fc.property(anyToken, policies, fc.nat(1_000), (token, policy, later) => {
        fc.pre(isDue(judge(token, policy, NOW)));
        expect(isDue(judge(token, policy, NOW + later * DAY_MS))).toBe(true);
      }),
    );
  });

  test('a shorter limit never makes a token less due', () => {
    fc.assert(
      fc.property(anyToken, fc.integer({ min: 1, max: 400 }), fc.nat(400), (token, limit, less) => {
        const withLimit = (all: number) => ({
          ...BALANCED,
          maxAgeDays: { all, 'view-builds': all, status: all, personal: all },
        });
        const isDueUnder = (all: number) => isDue(judge(token, withLimit(all), NOW));
        expect(!isDueUnder(limit) || isDueUnder(Math.max(0, limit - less))).toBe(true);
      }),
    );
  });

  test('what is due has a due date that has been reached, and what is not has one to come', () => {
    fc.assert(
      fc.property(anyToken, policies, (token, policy) => {
        const state = judge(token, policy, NOW);
        fc.pre(state.kind !== 'no-limit');
        expect(state.dueAt <= NOW).toBe(isDue(state));
      }),
    );
  });
});

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
