import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ageBands, ageLimits } from '../../../../../renderer/inventory/overview/age-bands';
import { ageHistogram } from '../../../../../renderer/inventory/overview/age-histogram';
import { openRowsBut } from '../../../../../renderer/inventory/overview/asked';
import { afterPress, isChosen, type Choice } from '../../../../../renderer/inventory/overview/chosen';
import { dueTimeline } from '../../../../../renderer/inventory/overview/due-timeline';
import { SEGMENTS, SEGMENT_SCOPES, type Segment } from '../../../../../renderer/inventory/overview/segments';
import { stateCounts } from '../../../../../renderer/inventory/overview/state-counts';
import { conditionsOf } from '../../../../../renderer/inventory/rows/conditions';
import { parseQuery, type Key } from '../../../../../renderer/inventory/rows/query';
import { filtered } from '../../../../../renderer/inventory/rows/shown';
import { BALANCED, isDue, type MaxAgeDays } from '../../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../../shared/domain/instant';
import { standing } from '../../../../../shared/domain/standing';
import type { TokenRecord } from '../../../../../shared/domain/token';
import { anyExceptions } from '../../../../support/rules';
import { daysAgo, NOW, refNumber, tokenWith } from '../../../../support/token-records';
import { anyTokens as tokensOfAnyTime, CONTEXT, rowsOf } from '../../../../support/token-rows';

const BANDS = ageBands(BALANCED.maxAgeDays);

/** Of an age, and with an expiry, at which pictures tell tokens apart. */
const anyTokens = tokensOfAnyTime.map((tokens) =>
  tokens.map((token): TokenRecord => {
    const { createdAt, expiresAt } = token;
    return {
      ...token,
      ...(createdAt !== undefined && { createdAt: NOW - (createdAt % (400 * DAY_MS)) }),
      ...(expiresAt !== undefined && { expiresAt: daysAgo(60) + (expiresAt % (200 * DAY_MS)) }),
    };
  }),
);

const anyQuery = fc.constantFrom(
  '',
  'deploy',
  'scope:admin due:now',
  'age:31..90 -scope:status owner:none',
  '-age:unknown -due:fine duein:0..6',
  'expires:<0 scope:status,full',
);

/** The rows of some tokens that a query shows, without what a picture writes itself. */
function asked(tokens: readonly TokenRecord[], query: string, own: readonly Key[]) {
  const rows = rowsOf(tokens);
  const terms = parseQuery(query);
  const conditions = conditionsOf(terms, rows, CONTEXT);
  return { rows, some: openRowsBut(rows, { terms, conditions })(own) };
}

const all = (tokens: readonly TokenRecord[]) => Uint32Array.from(tokens.keys());

function shownBy(tokens: readonly TokenRecord[], query: string): number {
  const rows = rowsOf(tokens);
  return filtered(all(tokens), conditionsOf(parseQuery(query), rows, CONTEXT)).length;
}

const SEGMENT_OF: Readonly<Record<TokenRecord['scope'], Segment>> = {
  all: 'admin',
  'view-builds': 'read-only',
  status: 'status',
  full: 'personal',
  write: 'personal',
  read: 'personal',
  other: 'other',
};

describe('the picture counts what a plain walk over the records counts', () => {
  test('by age and scope, unknown age apart', () => {
    fc.assert(
      fc.property(anyTokens, (tokens) => {
        const bars = ageHistogram(rowsOf(tokens), all(tokens), NOW, BANDS);
        let youngest = Number.NEGATIVE_INFINITY;
        for (const { value, to, counts } of bars) {
          const within = tokens.filter(({ createdAt }) => {
            if (createdAt === undefined) return value === 'unknown';
            const age = Math.floor((NOW - createdAt) / DAY_MS);
            return age > youngest && age <= to;
          });
          for (const segment of SEGMENTS)
            expect(counts[segment]).toBe(within.filter(({ scope }) => SEGMENT_OF[scope] === segment).length);
          youngest = to;
        }
        expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(tokens.length);
      }),
    );
  });

  test.each([1, 7, 14])('by due date and by expiry, %i days a bar, past things first', (daysEach) => {
    fc.assert(
      fc.property(anyTokens, anyExceptions, (tokens, exceptions) => {
        const rules = { policy: BALANCED, exceptions };
        const bars = dueTimeline(rowsOf(tokens, rules), all(tokens), NOW, daysEach);
        const judged = tokens.map((token) => standing(token, rules, NOW));
        expect(bars[0]?.due).toBe(judged.filter(isDue).length);
        expect(bars[0]?.expires).toBe(tokens.filter(({ expiresAt = Infinity }) => expiresAt <= NOW).length);
        for (const { from = 0, to, due, excepted, expires } of bars.slice(1)) {
          const isThen = (instant: number) =>
            instant > NOW && instant >= NOW + from * DAY_MS && instant < NOW + (to + 1) * DAY_MS;
          const then = judged.filter((state) => 'dueAt' in state && isThen(state.dueAt));
          expect(due).toBe(then.length);
          expect(excepted).toBe(then.filter(({ kind }) => kind === 'excepted').length);
          expect(expires).toBe(tokens.filter(({ expiresAt = Infinity }) => isThen(expiresAt)).length);
        }
        expect(bars.at(-1)?.to).toBe(90);
      }),
    );
  });

  test('by due state and scope', () => {
    fc.assert(
      fc.property(anyTokens, anyExceptions, (tokens, exceptions) => {
        const rules = { policy: BALANCED, exceptions };
        const lines = stateCounts(rowsOf(tokens, rules), all(tokens));
        const due = tokens.map((token) => standing(token, rules, NOW).kind);
        const kinds = ['overdue', 'due-soon', 'unknown-age', 'fine', 'excepted', 'no-limit'];
        expect(lines.reduce((sum, { total }) => sum + total, 0)).toBe(tokens.length);
        for (const [index, { counts, total }] of lines.entries()) {
          const within = tokens.filter((_, row) => due[row] === kinds[index]);
          expect(total).toBe(within.length);
          for (const segment of SEGMENTS)
            expect(counts[segment]).toBe(within.filter(({ scope }) => SEGMENT_OF[scope] === segment).length);
        }
      }),
    );
  });
});

test('a bar counts the rows that are shown after a press on it, and a second press takes its words back', () => {
  const check = (tokens: readonly TokenRecord[], query: string, choice: Choice, count: number) => {
    const after = afterPress(query, choice);
    if (isChosen(parseQuery(query), choice)) return;
    expect(shownBy(tokens, after)).toBe(count);
    expect(isChosen(parseQuery(after), choice)).toBe(true);
    const own = Object.keys(choice);
    const back = parseQuery(afterPress(after, choice));
    expect(back.some(({ key, isNegated }) => own.includes(key) && !isNegated)).toBe(false);
    expect(back).toHaveLength(
      parseQuery(query).filter(({ key, isNegated }) => isNegated || !own.includes(key)).length,
    );
  };
  fc.assert(
    fc.property(anyTokens, anyQuery, (tokens, query) => {
      const byAge = asked(tokens, query, ['age', 'scope']);
      for (const { value, counts, total } of ageHistogram(byAge.rows, byAge.some, NOW, BANDS)) {
        check(tokens, query, { age: [value], scope: [] }, total);
        for (const segment of SEGMENTS)
          check(tokens, query, { age: [value], scope: SEGMENT_SCOPES[segment] }, counts[segment]);
      }
      const byTime = asked(tokens, query, ['duein', 'expires']);
      for (const { value, due, expires } of dueTimeline(byTime.rows, byTime.some, NOW, 7)) {
        check(tokens, query, { duein: [value], expires: [] }, due);
        check(tokens, query, { duein: [], expires: [value] }, expires);
      }
      const byState = asked(tokens, query, ['due', 'scope']);
      for (const { state, counts } of stateCounts(byState.rows, byState.some))
        for (const segment of SEGMENTS)
          check(tokens, query, { due: [state], scope: SEGMENT_SCOPES[segment] }, counts[segment]);
    }),
    { numRuns: 40 },
  );
});

describe('the bands of the age picture', () => {
  const valuesFor = (limits: MaxAgeDays) => ageBands(limits).map(({ value }) => value);

  test.each<readonly [string, MaxAgeDays, readonly string[], readonly string[]]>([
    [
      'Balanced: the bands of the age filter',
      BALANCED.maxAgeDays,
      ['<=30', '31..90', '91..180', '181..365', '>365'],
      ['90 admin personal', '180 read-only', '365 status'],
    ],
    ['no limit at all', {}, ['<=30', '31..90', '91..180', '181..365', '>365'], []],
    [
      'limits between the usual bands split them',
      { all: 45, status: 400 },
      ['<=30', '31..45', '46..90', '91..180', '181..365', '366..400', '>400'],
      ['45 admin', '400 status'],
    ],
    [
      'a limit shorter than the first band',
      { personal: 7 },
      ['<=7', '8..30', '31..90', '91..180', '181..365', '>365'],
      ['7 personal'],
    ],
  ])('%s', (_what, limits, values, drawn) => {
    expect(valuesFor(limits)).toEqual(values);
    const lines = ageLimits(limits);
    expect(lines.map(({ days, segments }) => [days, ...segments].join(' '))).toEqual(drawn);
    for (const { days, after } of lines)
      expect(ageBands(limits).find(({ value }) => value === after)?.to).toBe(days);
  });
});

test('a token that is due or expires at this very moment is past, and one a moment later is not', () => {
  const tokens = [
    tokenWith({ ref: refNumber(1), createdAt: daysAgo(90), expiresAt: NOW }),
    tokenWith({ ref: refNumber(2), createdAt: daysAgo(90) + 1, expiresAt: NOW + 1 }),
    tokenWith({ ref: refNumber(3), createdAt: NOW, expiresAt: NOW + 91 * DAY_MS }),
  ];
  const [past, first, ...later] = dueTimeline(rowsOf(tokens), all(tokens), NOW, 7);
  expect([past?.due, past?.expires, first?.due, first?.expires]).toEqual([1, 1, 1, 1]);
  expect(later.map(({ due, expires }) => due + expires)).toEqual([...Array<number>(11).fill(0), 1]);
});
