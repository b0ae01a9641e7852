import fc from 'fast-check';

import type { QueryContext } from '../../renderer/inventory/rows/conditions';
import { openTokenRows, type TokenRows } from '../../renderer/inventory/rows/token-rows';
import { BALANCED } from '../../shared/domain/age-policy';
import { standing, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import { anyToken, connectionIdOf, NOW, refNumber, slugOf } from './token-records';

/** The columns that hold some tokens, judged by Balanced unless a test says otherwise. */
export function rowsOf(
  tokens: readonly TokenRecord[],
  rules: Rules = { policy: BALANCED, exceptions: [] },
): TokenRows {
  const rows = openTokenRows();
  for (const token of tokens) rows.put(token, standing(token, rules, NOW));
  return rows;
}

export const CONTEXT: QueryContext = {
  now: NOW,
  connectionNames: new Map([
    [connectionIdOf(1), 'acme'],
    [connectionIdOf(2), 'Server'],
  ]),
  withConsumers: new Set([refNumber(1)]),
  changed: new Set([refNumber(2)]),
};

/** Tokens of every sort, each with a ref of its own. */
export const anyTokens: fc.Arbitrary<readonly TokenRecord[]> = fc
  .array(
    fc.tuple(
      anyToken,
      fc.record(
        {
          label: fc.constantFrom('deploy bot', 'Deploy', 'badge', '', 'scope:admin', '🚀 ship', 'מפתח'),
          project: fc.constantFrom('gh/acme/api', 'gh/acme/Legacy', 'bb/acme/web').map(slugOf),
          owner: fc.constantFrom('m.roy', 'Ann').map((name) => ({ name, source: 'self' as const })),
          expiresAt: fc.integer({ min: 0, max: 2 * NOW }),
          connection: fc.constantFrom(1, 2).map(connectionIdOf),
          lastFour: fc.constantFrom('0f0f', 'beef'),
          rawScope: fc.constantFrom('odd'),
          ownCredential: fc.constant(true as const),
          source: fc.constantFrom('host' as const, 'by-hand' as const),
        },
        { requiredKeys: ['label', 'connection', 'source'] },
      ),
    ),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(([{ project: _none, ...token }, said], number) => ({
      ...token,
      ...said,
      ref: refNumber(number),
    })),
  );
