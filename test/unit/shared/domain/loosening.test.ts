import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BALANCED } from '../../../../shared/domain/age-policy';
import { totalChange, whatBecomesDue } from '../../../../shared/domain/due-preview';
import { looserParts, openLoosening } from '../../../../shared/domain/loosening';
import { incidentPolicy, OFF, PCI_HELPER, STRICT, YEARLY } from '../../../../shared/domain/policy-presets';
import type { Rules } from '../../../../shared/domain/standing';
import type { TokenRecord } from '../../../../shared/domain/token';
import { anyExceptions, anyPolicy } from '../../../support/rules';
import { daysAgo, NOW, tokenWith } from '../../../support/token-records';
import { anyTokens } from '../../../support/token-rows';

function loosened(tokens: readonly TokenRecord[], before: Rules, after: Rules) {
  const counting = openLoosening(before, after, NOW);
  tokens.forEach(counting.take);
  return counting.counts();
}

describe('in what a policy allows more than another', () => {
  test('is said part by part, and in nothing where it is tighter or the same', () => {
    expect(looserParts(BALANCED, BALANCED)).toEqual([]);
    expect(looserParts(BALANCED, STRICT)).toEqual([]);
    expect(looserParts(BALANCED, PCI_HELPER)).toEqual([]);
    expect(looserParts(STRICT, BALANCED)).toEqual([
      'view-builds',
      'status',
      'unused',
      'unknown-age',
      'exceptions',
    ]);
    expect(looserParts(BALANCED, YEARLY)).toEqual(['all', 'view-builds', 'personal', 'unused']);
    expect(looserParts(incidentPolicy(NOW), incidentPolicy(NOW - 1))).toEqual(['incident']);
    expect(looserParts(incidentPolicy(NOW - 1), incidentPolicy(NOW))).toEqual([]);
    expect(looserParts(incidentPolicy(NOW), OFF)).toEqual(['incident', 'exceptions']);
  });

  test('is in nothing where it is as strict as both of two, and then it lets off no token, whoever is excepted', () => {
    fc.assert(
      fc.property(anyTokens, anyPolicy, anyPolicy, anyExceptions, (tokens, one, other, exceptions) => {
        const least = (a: number | undefined, b: number | undefined) => Math.min(a ?? 900, b ?? 900);
        const after = {
          ...one,
          maxAgeDays: { ...other.maxAgeDays, ...one.maxAgeDays },
          unusedDays: least(one.unusedDays, other.unusedDays),
          unknownAgeDueAfterDays: least(one.unknownAgeDueAfterDays, other.unknownAgeDueAfterDays),
          createdBefore: Math.max(one.createdBefore ?? 0, other.createdBefore ?? 0),
          longestExceptionDays: least(one.longestExceptionDays, other.longestExceptionDays),
        };
        expect(looserParts(one, after)).toEqual([]);
        expect(loosened(tokens, { policy: one, exceptions }, { policy: after, exceptions })).toEqual({
          noLongerDue: 0,
          dueLater: 0,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what a change of the rules lets off', () => {
  test('are tokens that are due no longer, and tokens that are due later or never', () => {
    const tokens = [
      tokenWith({ createdAt: daysAgo(100) }),
      tokenWith({ createdAt: daysAgo(10) }),
      tokenWith({ scope: 'status', createdAt: daysAgo(10) }),
      tokenWith({ createdAt: daysAgo(400) }),
    ];
    const under = (policy: typeof BALANCED) => ({ policy, exceptions: [] });
    expect(loosened(tokens, under(BALANCED), under(YEARLY))).toEqual({ noLongerDue: 1, dueLater: 1 });
    expect(loosened(tokens, under(BALANCED), under(OFF))).toEqual({ noLongerDue: 2, dueLater: 2 });
    expect(loosened(tokens, under(YEARLY), under(BALANCED))).toEqual({ noLongerDue: 0, dueLater: 0 });
  });

  test('is as many as the preview counts, under any rules', () => {
    fc.assert(
      fc.property(anyTokens, anyPolicy, anyPolicy, anyExceptions, (tokens, one, other, exceptions) => {
        const [before, after] = [
          { policy: one, exceptions },
          { policy: other, exceptions },
        ];
        const { noLongerDue } = totalChange(whatBecomesDue(tokens, before, after, NOW));
        expect(loosened(tokens, before, after).noLongerDue).toBe(noLongerDue);
      }),
    );
  });
});
