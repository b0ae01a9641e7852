import { expect, test } from 'vitest';

import { CONNECTION, confirmed, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp } from '../../../support/rotation-runs';
import { visibleTokens } from '../../../support/server-facts';
import { must } from '../../../support/token-records';
import type { TokenScope } from '../../../../shared/domain/token';

async function planOf(scope: TokenScope) {
  const { server, bench, desk } = await setUp();
  const { ref } = must(
    [...bench.records.values()].find((one) => one.kind === 'project' && one.scope === scope),
  );
  const plan = valueOf(await desk.plan(CONNECTION, [ref]));
  const choose = (newScope: TokenScope) => valueOf(desk.choose(plan.id, { row: { ref, newScope } }));
  return { server, desk, choose };
}

test.each([
  ['status', 'view-builds'],
  ['status', 'all'],
  ['view-builds', 'all'],
  ['status', 'full'],
  ['all', 'full'],
] as const)('a %s token is never made into one of %s', async (scope, wider) => {
  const { choose } = await planOf(scope);
  expect(choose(wider).rows[0]).toMatchObject({ scope, newScope: scope });
});

test.each([
  ['all', 'view-builds'],
  ['all', 'status'],
  ['view-builds', 'status'],
] as const)('a %s token becomes one of %s at the host where a person chose so', async (scope, narrower) => {
  const { server, desk, choose } = await planOf(scope);
  const before = new Set(visibleTokens(server.state).map(({ token }) => token));
  const plan = choose(narrower);
  expect(plan.rows[0]).toMatchObject({ scope, newScope: narrower });
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  const made = visibleTokens(server.state).filter(({ token }) => !before.has(token));
  expect(made.map(({ token }) => token.scope)).toEqual([narrower]);
  expect(rowsOf(desk)[0]).toMatchObject({ step: 'verified', scope, newScope: narrower });
});

test('a choice can be taken back until it is confirmed', async () => {
  const { choose } = await planOf('all');
  choose('status');
  expect(choose('all').rows[0]).toMatchObject({ scope: 'all', newScope: 'all' });
});
