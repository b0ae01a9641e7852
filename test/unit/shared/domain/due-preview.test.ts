import fc from 'fast-check';
import { expect, test } from 'vitest';

import { BALANCED, isDue } from '../../../../shared/domain/age-policy';
import { totalChange, whatBecomesDue } from '../../../../shared/domain/due-preview';
import { OFF, STRICT } from '../../../../shared/domain/policy-presets';
import { standing } from '../../../../shared/domain/standing';
import { anyExceptions, anyPolicy } from '../../../support/rules';
import { anyTokens } from '../../../support/token-rows';
import { daysAgo, NOW, tokenWith } from '../../../support/token-records';

const none = { newlyDue: 0, noLongerDue: 0, stillDue: 0 };

test('the preview tells by scope what becomes due and what no longer is', () => {
  const tokens = [
    tokenWith({ createdAt: daysAgo(100) }),
    tokenWith({ scope: 'view-builds', createdAt: daysAgo(100) }),
    tokenWith({ scope: 'status', createdAt: daysAgo(89) }),
    tokenWith({ kind: 'personal', scope: 'full' }),
  ];
  const rules = (policy: typeof BALANCED) => ({ policy, exceptions: [] });
  expect(whatBecomesDue(tokens, rules(BALANCED), rules(STRICT), NOW)).toEqual({
    admin: { ...none, stillDue: 1 },
    'read-only': { ...none, newlyDue: 1 },
    status: none,
    personal: { ...none, newlyDue: 1 },
    other: none,
  });
  expect(totalChange(whatBecomesDue(tokens, rules(STRICT), rules(OFF), NOW))).toEqual({
    ...none,
    noLongerDue: 3,
  });
});

test('its totals are what the verdicts before and after come to, under any rules', () => {
  fc.assert(
    fc.property(anyTokens, anyPolicy, anyPolicy, anyExceptions, (tokens, one, other, exceptions) => {
      const [before, after] = [
        { policy: one, exceptions },
        { policy: other, exceptions },
      ];
      const dueUnder = (rules: typeof before) =>
        tokens.filter((token) => isDue(standing(token, rules, NOW))).length;
      const { newlyDue, noLongerDue, stillDue } = totalChange(whatBecomesDue(tokens, before, after, NOW));
      expect(stillDue + noLongerDue).toBe(dueUnder(before));
      expect(stillDue + newlyDue).toBe(dueUnder(after));
    }),
  );
});
