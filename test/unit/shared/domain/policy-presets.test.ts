import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BALANCED, createdBy, isDue, judge, type AgePolicy } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import {
  incidentPolicy,
  OFF,
  PCI_HELPER,
  PRESETS,
  STRICT,
  YEARLY,
} from '../../../../shared/domain/policy-presets';
import { OVERLAPS } from '../../../../shared/domain/rotation-plan';
import { anyToken, daysAgo, NOW, tokenWith } from '../../../support/token-records';

const anyInstant = fc.integer({ min: daysAgo(900), max: NOW });
/** Any incident that has begun. */
const anyIncident = anyInstant.map((moment) => ({ moment, policy: incidentPolicy(moment) }));

describe('the limits of each preset, in days, are those of the product', () => {
  const scopes = ['all', 'view-builds', 'status', 'personal'] as const;
  test.each([
    [BALANCED, [90, 180, 365, 90], 90, 30],
    [STRICT, [90, 90, 90, 90], 45, 0],
    [PCI_HELPER, [90, 90, 180, 90], 90, 0],
    [YEARLY, [365, 365, 365, 365], undefined, 30],
  ] as const)('$name', (policy, limits, unused, unknown) => {
    for (const [index, scope] of scopes.entries()) {
      const said =
        scope === 'personal' ? ({ kind: 'personal', scope: 'full' } as const) : ({ scope } as const);
      const limit = limits[index] ?? 0;
      const at = (createdAt: number) => isDue(judge(tokenWith({ ...said, createdAt }), policy, NOW));
      expect(at(daysAgo(limit)), scope).toBe(true);
      expect(at(daysAgo(limit) + 1), scope).toBe(false);
    }
    const unusedFor = (days: number) =>
      isDue(judge(tokenWith({ createdAt: daysAgo(10), lastUsedAt: daysAgo(days) }), policy, NOW));
    expect(unusedFor(unused ?? 10_000)).toBe(unused !== undefined);
    expect(unusedFor((unused ?? 10_000) - 1)).toBe(false);
    const unseen = (days: number) => isDue(judge(tokenWith({ firstSeenAt: daysAgo(days) }), policy, NOW));
    expect(unseen(unknown)).toBe(true);
    if (unknown > 0) expect(unseen(unknown - 1)).toBe(false);
  });
});

describe('an incident', () => {
  test('makes due exactly what was created before it, and what nobody knows the age of', () => {
    fc.assert(
      fc.property(anyToken, anyIncident, (token, { moment, policy }) => {
        const isFromBefore = (createdBy(token) ?? 0) < moment;
        expect(isDue(judge(token, policy, NOW))).toBe(isFromBefore);
      }),
    );
  });

  test('counts the days since it began, and says that it is the reason', () => {
    const policy = incidentPolicy(daysAgo(3));
    expect(judge(tokenWith({ createdAt: daysAgo(3) - 1 }), policy, NOW)).toEqual({
      kind: 'overdue',
      dueAt: daysAgo(3),
      because: 'incident',
    });
    expect(judge(tokenWith({ createdAt: daysAgo(3) }), policy, NOW)).toEqual({ kind: 'no-limit' });
    expect(judge(tokenWith({}), policy, NOW)).toMatchObject({ kind: 'unknown-age', isDue: true });
  });

  test('beside a limit of age, the earlier of the two is the reason', () => {
    const both: AgePolicy = { ...BALANCED, createdBefore: daysAgo(10) };
    expect(judge(tokenWith({ createdAt: daysAgo(200) }), both, NOW)).toMatchObject({ because: 'age' });
    expect(judge(tokenWith({ createdAt: daysAgo(50) }), both, NOW)).toMatchObject({ because: 'incident' });
    expect(judge(tokenWith({ createdAt: daysAgo(5) }), both, NOW)).toMatchObject({ kind: 'fine' });
  });
});

test('switched off, nothing is ever due and no token has a limit', () => {
  fc.assert(
    fc.property(anyToken, fc.integer({ min: 0, max: 4_000 }), (token, days) => {
      expect(judge(token, OFF, NOW + days * DAY_MS)).toEqual({ kind: 'no-limit' });
    }),
  );
});

test('what Balanced finds due, Strict and the PCI helper find due too, and Yearly’s age limits bind Balanced', () => {
  fc.assert(
    fc.property(anyToken, (token) => {
      const due = (policy: AgePolicy) => isDue(judge(token, policy, NOW));
      if (due(BALANCED)) expect(due(STRICT)).toBe(true);
      if (due(PCI_HELPER)) expect(due(STRICT)).toBe(true);
      if (due(YEARLY)) expect(due(BALANCED)).toBe(true);
    }),
  );
});

test('a token that is due stays due as time goes by, under every preset', () => {
  fc.assert(
    fc.property(anyToken, anyIncident, fc.nat(1_000), (token, { policy: incident }, days) => {
      for (const policy of [...PRESETS, incident]) {
        if (isDue(judge(token, policy, NOW)))
          expect(isDue(judge(token, policy, NOW + days * DAY_MS)), policy.name).toBe(true);
      }
    }),
  );
});

test('old tokens live on for a day under every preset, and not at all in an incident', () => {
  for (const { overlapHours, name } of PRESETS) {
    expect(OVERLAPS).toContain(overlapHours);
    expect(overlapHours, name).toBe(24);
  }
  expect(incidentPolicy(NOW).overlapHours).toBe(0);
  expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
});
