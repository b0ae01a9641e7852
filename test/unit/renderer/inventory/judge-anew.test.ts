import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createInventoryStore } from '../../../../renderer/inventory/inventory-store';
import { judgeAnew, type PageTime } from '../../../../renderer/inventory/judge-anew';
import { removeTokens, takeTokens } from '../../../../renderer/inventory/take-in';
import { BALANCED, judge, type DueState } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { OFF, STRICT } from '../../../../shared/domain/policy-presets';
import { inForceAt, nextEndOf, standing, type Rules } from '../../../../shared/domain/standing';
import type { TokenRecord } from '../../../../shared/domain/token';
import { anyExceptions, anyPolicy, exceptionWith } from '../../../support/rules';
import { anyToken, daysAgo, NOW, refNumber, tokenWith } from '../../../support/token-records';

/** A page on which every look at the clock finds much time gone. */
const restingBy = (meanwhile: () => void): PageTime => {
  let time = 0;
  return {
    clock: () => (time += 1_000),
    rest: () => {
      meanwhile();
      return Promise.resolve();
    },
  };
};

const none = (policy: Rules['policy']): Rules => ({ policy, exceptions: [] });
const MANY = 1_000;
const many: readonly TokenRecord[] = Array.from({ length: MANY }, (_, number) =>
  tokenWith({ ref: refNumber(number), createdAt: daysAgo(number % 200) }),
);
const storeWith = (tokens: readonly TokenRecord[]) => {
  const store = createInventoryStore(none(BALANCED), NOW);
  takeTokens(store, tokens);
  return store;
};

function expectJudgedBy(store: ReturnType<typeof storeWith>, rules: Rules, now: number): void {
  const { rows } = store.getState();
  for (let row = 0; row < rows.size(); row += 1)
    expect(rows.dueAt(row)).toEqual(standing(rows.recordAt(row), rules, now));
}

describe('when the rules change', () => {
  test('every row is judged anew, at the moment that is told, and the page is told once', async () => {
    const store = storeWith(many);
    const { revision } = store.getState();
    const rules = { policy: STRICT, exceptions: [exceptionWith({ subject: ALL_ADMIN })] };
    await judgeAnew(
      store,
      rules,
      NOW + DAY_MS,
      restingBy(() => undefined),
    );
    expectJudgedBy(store, rules, NOW + DAY_MS);
    expect(store.getState()).toMatchObject({ revision: revision + 1, rules, now: NOW + DAY_MS });
  });

  test('no row is passed over, though tokens come and go while the page rests', async () => {
    const store = storeWith(many);
    let rests = 0;
    await judgeAnew(
      store,
      none(STRICT),
      NOW,
      restingBy(() => {
        rests += 1;
        removeTokens(
          store,
          [1, 2, 3].map((number) => refNumber(rests * 10 + number)),
        );
        takeTokens(store, [tokenWith({ ref: refNumber(MANY + rests), createdAt: daysAgo(80) })]);
      }),
    );
    expect(rests).toBeGreaterThan(1);
    expectJudgedBy(store, none(STRICT), NOW);
  });

  test('twice, only the later rules are followed', async () => {
    const store = storeWith(many);
    let later: Promise<void> | undefined;
    await judgeAnew(
      store,
      none(STRICT),
      NOW,
      restingBy(() => {
        later ??= judgeAnew(
          store,
          none(OFF),
          NOW,
          restingBy(() => undefined),
        );
      }),
    );
    await later;
    expectJudgedBy(store, none(OFF), NOW);
  });
});

const ALL_ADMIN = { kind: 'filter' as const, filter: { scopes: ['all' as const] } };

test('leaving out what is not in force changes no verdict', () => {
  fc.assert(
    fc.property(anyToken, anyPolicy, anyExceptions, (token, policy, exceptions) => {
      const rules = { policy, exceptions };
      expect(standing(token, inForceAt(rules, NOW), NOW)).toEqual(standing(token, rules, NOW));
    }),
  );
});

/** A token of unknown age has another due date from the day on which it counts as unused. */
const dueAtOf = (state: DueState) => (state.kind === 'no-limit' ? undefined : state.dueAt);

test('until the next exception ends, no verdict changes but by the policy’s own dates', () => {
  fc.assert(
    fc.property(anyToken, anyPolicy, anyExceptions, (token, policy, exceptions) => {
      const rules = { policy, exceptions: inForceAt({ policy, exceptions }, NOW).exceptions };
      const end = nextEndOf(rules, NOW);
      fc.pre(end !== undefined && standing(token, rules, NOW).kind === 'excepted');
      expect(end).toBeGreaterThan(NOW);
      const [before, after] = [judge(token, policy, NOW), judge(token, policy, end - 1)];
      const isOwnDate = dueAtOf(before) !== dueAtOf(after);
      expect(standing(token, rules, end - 1)).toMatchObject(
        isOwnDate ? { kind: 'excepted' } : standing(token, rules, NOW),
      );
    }),
  );
  expect(nextEndOf(none(BALANCED), NOW)).toBeUndefined();
});
