import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { termWords } from '../../../../renderer/inventory/query-words';
import { conditionsOf } from '../../../../renderer/inventory/rows/conditions';
import { orderOf } from '../../../../renderer/inventory/rows/order';
import { parseQuery, toggleValue, withoutTerm } from '../../../../renderer/inventory/rows/query';
import { filtered } from '../../../../renderer/inventory/rows/shown';
import { FURTHER_FACETS, QUICK_FACETS, countFacet } from '../../../../renderer/inventory/tools/facets';
import { BALANCED } from '../../../../shared/domain/age-policy';
import type { TokenRecord } from '../../../../shared/domain/token';
import { daysAgo, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';
import { exceptionWith } from '../../../support/rules';
import { anyTokens, CONTEXT, rowsOf } from '../../../support/token-rows';

function shownBy(query: string, tokens: readonly TokenRecord[]): readonly TokenRecord[] {
  const rows = rowsOf(tokens);
  const conditions = conditionsOf(parseQuery(query), rows, CONTEXT);
  return [...filtered(orderOf(rows, []), conditions)].map(rows.recordAt);
}

const deployBot = tokenWith({
  ref: refNumber(1),
  label: 'Deploy Bot',
  owner: { name: 'M. Roy', source: 'self' },
  createdAt: daysAgo(100),
  lastUsedAt: daysAgo(3),
});

test.each([
  'café',
  'cafe\u0301',
  'label:CAFÉ',
  'owner:"zoe\u0308 k"',
  'owner:"zoë k"',
  'deploy',
  'de\u200bploy',
])('a query of %j finds what reads the same, however it is spelled', (query) => {
  const token = tokenWith({
    label: 'Cafe\u0301 de\u200bploy',
    owner: { name: 'Zo\u00eb K', source: 'by-hand' },
  });
  expect(shownBy(query, [token])).toHaveLength(1);
  expect(shownBy(query, [deployBot]).length).toBe(query.includes('ploy') ? 1 : 0);
});

describe('a query', () => {
  test.each([
    ['deploy', true],
    ['BOT deploy', true],
    ['acme/api bot', true],
    ['"deploy bot"', true],
    ['"bot deploy"', false],
    ['-badge', true],
    ['-deploy', false],
    ['', true],
    ['   ', true],
    ['scope:admin', true],
    ['scope:ADMIN', true],
    ['scope:status', false],
    ['scope:status,admin', true],
    ['-scope:status', true],
    ['-scope:admin', false],
    ['kind:project', true],
    ['kind:personal', false],
    ['owner:roy', true],
    ['owner:"m. roy"', true],
    ['owner:none', false],
    ['-owner:none', true],
    ['project:api', true],
    ['-project:legacy', true],
    ['project:none', false],
    ['label:deploy', true],
    ['age:>90', true],
    ['age:<90', false],
    ['age:>=100', true],
    ['age:100', true],
    ['age:90..120', true],
    ['age:unknown', false],
    ['age:rubbish', false],
    ['used:<7', true],
    ['used:never', false],
    ['expires:never', true],
    ['expires:<30', false],
    ['created:2026-08', true],
    ['created:2026-08-16', true],
    ['created:<2026-08-16', false],
    ['created:>2026-08', false],
    ['created:2025..2026-08', true],
    ['created:2026-02-31', false],
    ['due:now', true],
    ['due:overdue', true],
    ['due:soon,fine', false],
    ['duein:<0', true],
    ['duein:0..7', false],
    ['duein:-1', false],
    ['duein:none', false],
    ['-duein:>30', true],
    ['seen:<1', true],
    ['connection:acm', true],
    ['connection:server', false],
    ['coverage:read', true],
    ['coverage:unread', false],
    ['has:consumers', true],
    ['is:changed', false],
    ['is:own', false],
    ['is:due', true],
    ['is:overdue', true],
    ['is:unused', false],
    ['-is:fine', true],
    ['is:constructor', false],
    ['scope:admin age:>90 -project:legacy roy', true],
    ['unknown:key', false],
    ['scope:', true],
    ['scope:constructor', false],
    ['due:__proto__', false],
    ['-', false],
    ['"', true],
  ])('%s shows a hundred days old Admin token of M. Roy: %s', (query, isShown) => {
    expect(shownBy(query, [deployBot]).length === 1).toBe(isShown);
  });

  test('never fails, whatever is typed, and its parts can be taken out one by one until nothing is left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), anyTokens, (typed, tokens) => {
        shownBy(typed, tokens);
        let query = typed;
        for (let term = parseQuery(query)[0]; term !== undefined; term = parseQuery(query)[0]) {
          expect(termWords(term)).not.toBe('');
          const shorter = withoutTerm(query, term);
          expect(parseQuery(shorter).length).toBeLessThan(parseQuery(query).length);
          query = shorter;
        }
        expect(shownBy(query, tokens)).toHaveLength(tokens.length);
      }),
    );
  });

  test('a value that is turned on and off again leaves the rest of the query as it was', () => {
    const query = 'deploy scope:admin -owner:none';
    const on = toggleValue(query, 'scope', 'status');
    expect(parseQuery(on).map(termWords)).toEqual(['“deploy”', 'Not owner: none', 'Scope: Admin or Status']);
    expect(parseQuery(toggleValue(on, 'scope', 'status')).map(termWords)).toContain('Scope: Admin');
    expect(toggleValue('scope:admin', 'scope', 'admin')).toBe('');
    expect(shownBy(toggleValue('', 'owner', 'm. roy'), [deployBot])).toHaveLength(1);
  });

  test('of several keys shows what each of them shows alone', () => {
    const parts = ['deploy', 'scope:admin,status', '-owner:none', 'age:>90', 'due:now', 'kind:project'];
    fc.assert(
      fc.property(anyTokens, fc.subarray(parts), (tokens, some) => {
        const refs = (query: string) => shownBy(query, tokens).map(({ ref }) => ref);
        const expected = some.reduce(
          (left, part) => left.filter((ref) => refs(part).includes(ref)),
          refs(''),
        );
        expect(refs(some.join(' '))).toEqual(expected);
      }),
    );
  });
});

test('each facet counts what its values would show alone beside the other parts of the query', () => {
  const queries = ['', 'deploy', 'scope:admin due:now', 'kind:project -owner:none'];
  fc.assert(
    fc.property(anyTokens, fc.constantFrom(...queries), (tokens, query) => {
      const rows = rowsOf(tokens);
      const conditions = conditionsOf(parseQuery(query), rows, CONTEXT);
      for (const facet of [...QUICK_FACETS, ...FURTHER_FACETS]) {
        const others = parseQuery(query)
          .filter(({ key }) => key === facet.key)
          .toReversed()
          .reduce(withoutTerm, query);
        const isByText = facet.key === 'owner' || facet.key === 'project' || facet.key === 'connection';
        for (const { value, count } of countFacet(facet, rows, conditions, CONTEXT)) {
          const alone = shownBy(toggleValue(others, facet.key, value), tokens).length;
          // A name is searched for in names, so it may find longer ones as well.
          if (isByText) expect(alone).toBeGreaterThanOrEqual(count);
          else expect(count).toBe(alone);
        }
      }
    }),
  );
});

test('what is due, or expires, at this very moment counts as past, and what is a day away as one day', () => {
  const expiring = (expiresAt: number) => [tokenWith({ expiresAt, createdAt: daysAgo(1) })];
  expect(shownBy('expires:<0', expiring(NOW))).toHaveLength(1);
  expect(shownBy('expires:0', expiring(NOW))).toHaveLength(0);
  expect(shownBy('expires:0..6', expiring(NOW + 1))).toHaveLength(1);
  expect(shownBy('expires:1', expiring(daysAgo(-1)))).toHaveLength(1);
  expect(shownBy('duein:<0', [tokenWith({ createdAt: daysAgo(90) })])).toHaveLength(1);
  expect(shownBy('duein:1', [tokenWith({ createdAt: daysAgo(89) })])).toHaveLength(1);
});

test('a label that is long, turned around, or markup is one that can be searched for', () => {
  const odd = ['🚀 ship', 'שלום', '<img src=x onerror=alert(1)>', '=cmd()', `${'long '.repeat(2_000)}end`];
  const tokens = odd.map((label, number) =>
    tokenWith({ ref: refNumber(number), label, project: slugOf('gh/acme/api') }),
  );
  for (const [word, index] of [
    ['🚀', 0],
    ['שלום', 1],
    ['onerror', 2],
    ['=cmd', 3],
    ['end', 4],
  ] as const)
    expect(shownBy(word, tokens).map(({ label }) => label)).toEqual([odd[index]]);
});

test('tokens under an exception are asked for by `is:excepted` and by their due state, and offered only where there are some', () => {
  const tokens = [deployBot, tokenWith({ ref: refNumber(2), createdAt: daysAgo(100) })];
  const quick = QUICK_FACETS.find(({ key }) => key === 'due');
  for (const exceptions of [[], [exceptionWith({})]]) {
    const rows = rowsOf(tokens, { policy: BALANCED, exceptions });
    const shown = (query: string) =>
      [...filtered(orderOf(rows, []), conditionsOf(parseQuery(query), rows, CONTEXT))].map(rows.refAt);
    const excepted = exceptions.length === 0 ? [] : [refNumber(1)];
    expect(shown('is:excepted')).toEqual(excepted);
    expect(shown('due:excepted')).toEqual(excepted);
    expect(shown('due:now')).not.toContain(excepted[0] ?? 'none');
    const counts = quick && countFacet(quick, rows, [], CONTEXT);
    expect(counts?.at(-1)).toEqual({ value: 'excepted', isRare: true, count: excepted.length });
    const facet = FURTHER_FACETS.find(({ name }) => name === 'Exception');
    expect(facet && countFacet(facet, rows, [], CONTEXT)).toMatchObject([{ count: excepted.length }]);
  }
});
