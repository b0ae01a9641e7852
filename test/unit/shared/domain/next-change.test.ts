import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DAY_MS } from '../../../../shared/domain/instant';
import { nextRuleChange, nextStatusChange } from '../../../../shared/domain/next-change';
import { standing } from '../../../../shared/domain/standing';
import { anyExceptions, anyPolicy } from '../../../support/rules';
import { anyToken, NOW } from '../../../support/token-records';

test('until its next date no token has another policy status', () => {
  fc.assert(
    fc.property(
      anyToken,
      anyPolicy,
      anyExceptions,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (token, policy, exceptions, share) => {
        const rules = { policy, exceptions };
        const next = Math.min(nextStatusChange(token, policy, NOW), nextRuleChange(rules, NOW));
        const last = next === Infinity ? NOW + 2_000 * DAY_MS : next - 1;
        const meanwhile = NOW + Math.floor((last - NOW) * share);
        expect(next).toBeGreaterThan(NOW);
        expect(standing(token, rules, meanwhile)).toEqual(standing(token, rules, NOW));
        expect(standing(token, rules, last)).toEqual(standing(token, rules, NOW));
      },
    ),
  );
});
