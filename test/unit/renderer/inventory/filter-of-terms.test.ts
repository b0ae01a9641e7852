import fc from 'fast-check';
import { expect, test } from 'vitest';

import { filterOfTerms } from '../../../../renderer/inventory/filter-of-terms';
import { termWords } from '../../../../renderer/inventory/query-words';
import { conditionsOf } from '../../../../renderer/inventory/rows/conditions';
import { parseQuery } from '../../../../renderer/inventory/rows/query';
import type { ConnectionId } from '../../../../shared/domain/connection-id';
import { isIn } from '../../../../shared/domain/token-filter';
import { connectionIdOf } from '../../../support/token-records';
import { anyTokens, CONTEXT, rowsOf } from '../../../support/token-rows';

const NAMES: ReadonlyMap<ConnectionId, string> = new Map([
  [connectionIdOf(1), 'acme'],
  [connectionIdOf(2), 'Server'],
]);

const QUERIES = [
  'kind:project',
  'scope:admin,status',
  'scope:readonly',
  'label:DEPLOY',
  'label:"scope:admin"',
  'owner:none',
  'owner:roy',
  'project:Legacy',
  'connection:serv',
  'scope:admin owner:ann label:bot',
];

test('the group that a query asks for has exactly the tokens that the query shows', () => {
  fc.assert(
    fc.property(anyTokens, fc.constantFrom(...QUERIES), (tokens, query) => {
      const { filter, cannot } = filterOfTerms(parseQuery(query), 'all', NAMES);
      expect(cannot).toEqual([]);
      const rows = rowsOf(tokens);
      const conditions = conditionsOf(parseQuery(query), rows, CONTEXT);
      for (const [row, token] of tokens.entries())
        expect(isIn(token, filter)).toBe(conditions.every(({ test: holds }) => holds(row)));
    }),
    { numRuns: 300 },
  );
});

test('the connection that is looked at is part of the group', () => {
  const { filter } = filterOfTerms(parseQuery('kind:personal'), connectionIdOf(2), NAMES);
  expect(filter).toEqual({ connection: connectionIdOf(2), kind: 'personal' });
});

test.each([
  ['age:>90', ['Age in days: >90']],
  ['due:now scope:admin', ['Due: Due now']],
  ['-label:bot', ['Not label: bot']],
  ['deploy', ['“deploy”']],
  ['is:changed has:consumers', ['Is: Changed since the last look', 'Has: Consumers']],
  ['label:a label:b', ['Label: b']],
  ['owner:ann,roy', ['Owner: ann or roy']],
  ['kind:odd', ['Kind: odd']],
  ['scope:odd', ['Scope: odd']],
  ['project:none', ['Project: none']],
  ['connection:e', ['Connection: e']],
])('what no group can be asked for is told: %s', (query, words) => {
  expect(filterOfTerms(parseQuery(query), 'all', NAMES).cannot.map(termWords)).toEqual(words);
});
