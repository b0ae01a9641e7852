import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BALANCED, type AgePolicy } from '../../../../shared/domain/age-policy';
import { canonicalPolicy } from '../../../../shared/domain/canonical-policy';
import { exceptionProblem, isSelfApproved } from '../../../../shared/domain/exception-draft';
import { DAY_MS } from '../../../../shared/domain/instant';
import { policyProblem } from '../../../../shared/domain/policy-problem';
import { incidentPolicy, PCI_HELPER, PRESETS, STRICT } from '../../../../shared/domain/policy-presets';
import { agePolicy } from '../../../../shared/ipc/policy-schema';
import { anyPolicy } from '../../../support/rules';
import { NOW } from '../../../support/token-records';

describe('the canonical text of a policy', () => {
  test('is the same in whatever order the policy is written', () => {
    fc.assert(
      fc.property(anyPolicy, fc.func(fc.integer()), (policy, rank) => {
        const shuffled = (said: object) =>
          Object.fromEntries(Object.entries(said).sort(([a], [b]) => rank(a) - rank(b)));
        const other = {
          ...shuffled(policy),
          maxAgeDays: shuffled(policy.maxAgeDays),
          warnSteps: [...policy.warnSteps, ...policy.warnSteps].reverse(),
        } as unknown as AgePolicy;
        expect(canonicalPolicy(other)).toBe(canonicalPolicy(policy));
      }),
    );
  });

  test('differs as soon as any verdict, name or reference may', () => {
    const others: readonly AgePolicy[] = [
      ...PRESETS,
      incidentPolicy(NOW),
      incidentPolicy(NOW + 1),
      { ...PCI_HELPER, riskAnalysis: 'RA-7' },
      { ...BALANCED, maxAgeDays: { ...BALANCED.maxAgeDays, status: 364 } },
      { ...BALANCED, warnSteps: [30] },
      { ...BALANCED, overlapHours: 72 },
      { ...BALANCED, unknownAgeDueAfterDays: 31 },
      { ...BALANCED, longestExceptionDays: 30 },
    ];
    expect(new Set(others.map(canonicalPolicy)).size).toBe(others.length);
  });
});

describe('a policy', () => {
  test.each([...PRESETS, incidentPolicy(NOW), { ...PCI_HELPER, riskAnalysis: 'RA-7' }])(
    '$name can be applied, and passes the wall as it is',
    (policy) => {
      expect(policyProblem(policy, NOW)).toBeUndefined();
      expect(agePolicy.parse(policy)).toEqual(policy);
    },
  );

  test('does not go by the name of a preset that it is not', () => {
    expect(policyProblem({ ...STRICT, unusedDays: 46 }, NOW)).toEqual({ kind: 'name-of-preset' });
    expect(policyProblem({ ...BALANCED, name: 'incident' }, NOW)).toEqual({ kind: 'name-of-preset' });
    expect(policyProblem({ ...STRICT, name: 'Ours', unusedDays: 46 }, NOW)).toBeUndefined();
    for (const name of ['Strict\u200b', 'Str\u00adict', 'Ｓtrict', 'Strict\u2060 ', 'PCI  helper'])
      expect(policyProblem({ ...BALANCED, name, warnSteps: [] }, NOW)).toEqual({ kind: 'name-of-preset' });
  });

  test('knows no incident that is yet to come', () => {
    expect(policyProblem(incidentPolicy(NOW + 1), NOW)).toEqual({ kind: 'incident-to-come' });
  });
});

describe('an exception', () => {
  const problem = (days: number, policy: AgePolicy) =>
    exceptionProblem({ until: NOW + days * DAY_MS }, policy, NOW);

  test('is for some time to come, no longer than the policy allows, and never in an incident', () => {
    expect(problem(0, BALANCED)).toEqual({ kind: 'already-over' });
    expect(problem(365, BALANCED)).toBeUndefined();
    expect(problem(366, BALANCED)).toEqual({ kind: 'too-long', mostDays: 365 });
    expect(problem(366, { ...BALANCED, longestExceptionDays: 3_000 })).toEqual({
      kind: 'too-long',
      mostDays: 365,
    });
    expect(problem(30, STRICT)).toBeUndefined();
    expect(problem(31, STRICT)).toEqual({ kind: 'too-long', mostDays: 30 });
    expect(problem(1, incidentPolicy(NOW))).toEqual({ kind: 'none-allowed' });
  });

  test('that nobody but its owner approves is told apart, however the name is written', () => {
    expect(isSelfApproved({ owner: 'M. Roy', approver: ' m. roy' })).toBe(true);
    expect(isSelfApproved({ owner: 'm.roy', approver: 'm.\u200broy' })).toBe(true);
    expect(isSelfApproved({ owner: 'm.roy', approver: 'a.lin' })).toBe(false);
    expect(isSelfApproved({ owner: '', approver: ' ' })).toBe(false);
  });
});
