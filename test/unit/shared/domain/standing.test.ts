import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isDue, judge, type AgePolicy } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { endOf } from '../../../../shared/domain/policy-exception';
import { incidentPolicy, STRICT } from '../../../../shared/domain/policy-presets';
import { standing } from '../../../../shared/domain/standing';
import { anyExceptions, anyPolicy, exceptionWith } from '../../../support/rules';
import { openTokenRows } from '../../../../renderer/inventory/rows/token-rows';
import { anyTokens } from '../../../support/token-rows';
import { anyToken, daysAgo, NOW, tokenWith } from '../../../support/token-records';

/** The same policy, at least as strict in every point. */
const stricter = (policy: AgePolicy, by: number): AgePolicy => {
  const less = (limit: number | undefined) => Math.max(1, (limit ?? 400) - by);
  const { maxAgeDays, unusedDays, unknownAgeDueAfterDays, createdBefore = 0 } = policy;
  return {
    ...policy,
    maxAgeDays: {
      all: less(maxAgeDays.all),
      'view-builds': less(maxAgeDays['view-builds']),
      status: less(maxAgeDays.status),
      personal: less(maxAgeDays.personal),
    },
    unusedDays: less(unusedDays),
    unknownAgeDueAfterDays: Math.max(0, unknownAgeDueAfterDays - by),
    createdBefore: Math.min(NOW, createdBefore + by * DAY_MS),
    longestExceptionDays: Math.max(0, (policy.longestExceptionDays ?? 400) - by),
  };
};

describe('under any rules', () => {
  test('a stricter policy never makes a token less due, whoever is excepted', () => {
    fc.assert(
      fc.property(anyToken, anyPolicy, anyExceptions, fc.nat(500), (token, policy, exceptions, by) => {
        fc.pre(isDue(standing(token, { policy, exceptions }, NOW)));
        expect(isDue(standing(token, { policy: stricter(policy, by), exceptions }, NOW))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('an exception never makes a token due earlier, and one in force is never due', () => {
    fc.assert(
      fc.property(anyToken, anyPolicy, anyExceptions, (token, policy, exceptions) => {
        const without = judge(token, policy, NOW);
        const withThem = standing(token, { policy, exceptions }, NOW);
        if (withThem.kind !== 'excepted') {
          expect(withThem).toEqual(without);
          return;
        }
        expect(isDue(withThem)).toBe(false);
        expect(withThem.dueAt).toBeGreaterThan(NOW);
        expect(withThem.dueAt).toBeGreaterThanOrEqual(without.kind === 'no-limit' ? 0 : without.dueAt);
      }),
      { numRuns: 500 },
    );
  });

  test('an exception ends by itself: from its last moment on, the policy alone says how a token stands', () => {
    fc.assert(
      fc.property(anyToken, anyPolicy, anyExceptions, (token, policy, exceptions) => {
        const end = Math.max(NOW, ...exceptions.map((exception) => endOf(exception, policy)));
        expect(standing(token, { policy, exceptions }, end)).toEqual(judge(token, policy, end));
      }),
    );
  });

  test('the columns of the page give back the verdict that was put into them, and recognise the same token', () => {
    fc.assert(
      fc.property(anyTokens, anyPolicy, anyExceptions, (tokens, policy, exceptions) => {
        const rules = { policy, exceptions };
        const rows = openTokenRows();
        for (const token of tokens) rows.put(token, standing(token, rules, NOW));
        for (const [row, token] of tokens.entries()) {
          expect(rows.dueAt(row)).toEqual(standing(token, rules, NOW));
          expect(standing(rows.recordAt(row), rules, NOW)).toEqual(standing(token, rules, NOW));
        }
      }),
    );
  });
});

test('in an incident nobody is excepted, whatever was granted before', () => {
  fc.assert(
    fc.property(anyToken, anyExceptions, (token, exceptions) => {
      const policy = incidentPolicy(NOW);
      expect(standing(token, { policy, exceptions }, NOW)).toEqual(judge(token, policy, NOW));
    }),
  );
});

test('Strict lets an exception run for 30 days, though it was granted for longer under another policy', () => {
  const token = tokenWith({ createdAt: daysAgo(400) });
  const granted = (daysBefore: number) => ({
    policy: STRICT,
    exceptions: [exceptionWith({ grantedAt: daysAgo(daysBefore), until: NOW + 300 * DAY_MS })],
  });
  expect(standing(token, granted(29), NOW)).toEqual({ kind: 'excepted', dueAt: NOW + DAY_MS });
  expect(isDue(standing(token, granted(30), NOW))).toBe(true);
});

test('an exception lasts for a year at most under any policy, though it was granted for longer once', () => {
  const token = tokenWith({ createdAt: daysAgo(400) });
  const granted = (daysBefore: number) => ({
    policy: { ...STRICT, longestExceptionDays: 3_000 },
    exceptions: [exceptionWith({ grantedAt: daysAgo(daysBefore), until: NOW + 3_000 * DAY_MS })],
  });
  expect(standing(token, granted(364), NOW)).toEqual({ kind: 'excepted', dueAt: NOW + DAY_MS });
  expect(isDue(standing(token, granted(365), NOW))).toBe(true);
});

test('an exception that a person ended is over, and one to come has not begun', () => {
  const token = tokenWith({ createdAt: daysAgo(400) });
  const kindWith = (said: Parameters<typeof exceptionWith>[0]) =>
    standing(token, { policy: STRICT, exceptions: [exceptionWith(said)] }, NOW).kind;
  expect(kindWith({})).toBe('excepted');
  expect(kindWith({ ended: { at: NOW, reason: 'rotated' } })).toBe('overdue');
  expect(kindWith({ grantedAt: NOW + 1 })).toBe('overdue');
});
