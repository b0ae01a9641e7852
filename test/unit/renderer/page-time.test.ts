import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { verdictWords } from '../../../renderer/inventory/panel/verdict-words';
import { countdownWord } from '../../../renderer/words/date-words';
import { BALANCED } from '../../../shared/domain/age-policy';
import { DAY_MS } from '../../../shared/domain/instant';
import { standing } from '../../../shared/domain/standing';
import { pageAndMain } from '../../support/page-and-main';
import { anyExceptions, anyPolicy, exceptionWith } from '../../support/rules';
import { anyToken, daysAgo, NOW, refNumber, tokenWith } from '../../support/token-records';

const MINUTE = 60_000;
const RULES = { policy: BALANCED, exceptions: [] };
type Both = ReturnType<typeof pageAndMain>;

/** What the page shows of every token is what main says of it now, and the page has main's time. */
function expectEqual({ store, rules, now }: Both): void {
  const { rows, now: pageNow } = store.getState();
  expect(pageNow).toBe(now());
  for (let row = 0; row < rows.size(); row += 1)
    expect(rows.dueAt(row)).toEqual(standing(rows.recordAt(row), rules(), now()));
}

const anyMove = fc.oneof(
  fc.record({ kind: fc.constant('minute' as const), by: fc.constant(MINUTE) }),
  fc.record({ kind: fc.constant('sleep' as const), by: fc.integer({ min: 0, max: 90 * DAY_MS }) }),
  fc.record({
    kind: fc.constant('clock set' as const),
    by: fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }),
  }),
  fc.record({ kind: fc.constant('midnight' as const), by: fc.constant(0) }),
  fc.record({ kind: fc.constant('sync' as const), by: fc.integer({ min: 0, max: DAY_MS }), token: anyToken }),
  fc.record({
    kind: fc.constant('rules' as const),
    by: fc.integer({ min: 0, max: DAY_MS }),
    policy: anyPolicy,
  }),
);

test('over sleep, wake, clock jumps and midnight UTC every policy status on the page equals main’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyToken, { maxLength: 6 }),
      anyPolicy,
      anyExceptions,
      fc.array(anyMove, { minLength: 1, maxLength: 12 }),
      async (tokens, policy, exceptions, moves) => {
        const both = pageAndMain({ policy, exceptions }, NOW);
        both.sync(tokens.map((token, index) => ({ ...token, ref: refNumber(index) })));
        for (const [index, move] of moves.entries()) {
          both.move(move.kind === 'midnight' ? DAY_MS - (both.now() % DAY_MS) : move.by);
          if (move.kind === 'sync') both.sync([{ ...move.token, ref: refNumber(100 + index) }]);
          else if (move.kind === 'rules') both.change({ policy: move.policy, exceptions });
          else if (move.kind === 'sleep') both.wake();
          else await both.tick();
          // Not every time: what was not shown yet must not be forgotten by what comes next.
          if (index % 3 !== 0) await both.settled();
        }
        await both.settled();
        expectEqual(both);
        both.end();
      },
    ),
  );
});

describe('the page’s time', () => {
  test('a token that main has just created reads as new, never as of a negative age', () => {
    const both = pageAndMain(RULES, NOW);
    both.move(3 * 60 * MINUTE);
    const created = tokenWith({ createdAt: both.now() - 1_000 });
    both.sync([created]);
    const { now, rows } = both.store.getState();
    expect(verdictWords(created, rows.dueAt(0), RULES, now)).toContain('0 days old');
    both.end();
  });

  test('a token that the host dates a little ahead of this computer’s clock reads as new as well', () => {
    const created = tokenWith({ createdAt: NOW + 2_000, lastUsedAt: NOW + 2_000 });
    expect(verdictWords(created, standing(created, RULES, NOW), RULES, NOW)).toContain(' 0 days old');
  });

  test('under an overlap of zero an old token is due for deletion at once', () => {
    const both = pageAndMain(RULES, NOW);
    both.move(25_000);
    const until = both.now();
    both.sync([]);
    expect(countdownWord(until, both.store.getState().now)).toBeUndefined();
    both.end();
  });

  test('an exception that ends while the computer sleeps is over when it wakes', async () => {
    const rules = { policy: BALANCED, exceptions: [exceptionWith({ until: NOW + DAY_MS })] };
    const both = pageAndMain(rules, NOW);
    both.sync([tokenWith({ createdAt: daysAgo(200) })]);
    await both.settled();
    expect(both.store.getState().rows.dueAt(0).kind).toBe('excepted');
    both.move(2 * DAY_MS);
    both.wake();
    await both.settled();
    expect(both.store.getState().rows.dueAt(0).kind).toBe('overdue');
    both.end();
  });

  test('a clock that is set back takes back what was due only then', async () => {
    const both = pageAndMain(RULES, NOW);
    both.sync([tokenWith({ createdAt: daysAgo(89) })]);
    both.move(400 * DAY_MS);
    both.wake();
    await both.settled();
    expect(both.store.getState().rows.dueAt(0).kind).toBe('overdue');
    both.move(-400 * DAY_MS);
    await both.tick();
    await both.settled();
    expect(both.store.getState().rows.dueAt(0).kind).toBe('due-soon');
    both.end();
  });

  test('a minute in which no date lies evaluates no row again', async () => {
    const both = pageAndMain(RULES, NOW);
    both.sync([tokenWith({ createdAt: daysAgo(10) })]);
    await both.settled();
    const { revision } = both.store.getState();
    both.move(MINUTE);
    await both.tick();
    await both.settled();
    expect(both.store.getState()).toMatchObject({ revision, now: NOW + MINUTE });
    both.end();
  });
});
