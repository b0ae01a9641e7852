import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAccount, readOrganisations } from '../../../../electron/circleci/account-rows';
import {
  readInsightNames,
  readLegacyRows,
  readPipelineRows,
  readSlugRows,
  readV3Rows,
} from '../../../../electron/circleci/project-rows';
import { readTokenRows } from '../../../../electron/circleci/token-row';
import {
  readContexts,
  readContextVariables,
  readProjectVariables,
} from '../../../../electron/circleci/variable-rows';

const value = `${'0a'.repeat(18)}beef`;
const time = '2016-04-02T09:30:11.123Z';

const rowFrom = (row: unknown, kind: 'project' | 'personal' = 'project') => {
  const read = readTokenRows([row], kind);
  if (!read.ok) throw new Error('the list was expected to be readable');
  return read.value[0];
};

describe('a token row', () => {
  test('of today has an id and no value', () => {
    const row = { id: 'one', label: 'deploy bot', scope: 'all', token: null };
    expect(rowFrom(row)).toEqual({ id: 'one', label: 'deploy bot', scope: 'all' });
  });

  test('of old servers has a value, sealed in memory at once, and a date', () => {
    const row = rowFrom({ token: value, label: 'deploy bot', scope: 'status', time });
    expect(row).toMatchObject({
      label: 'deploy bot',
      scope: 'status',
      lastFour: 'beef',
      createdAt: Date.parse(time),
    });
    expect(row?.value?.reveal()).toBe(value);
    expect(JSON.stringify(row)).not.toContain(value);
  });

  test.each(['time', 'created_at', 'created-at', 'createdAt'])('tells its creation in %s', (field) => {
    expect(rowFrom({ label: 'x', scope: 'all', [field]: time })?.createdAt).toBe(Date.parse(time));
    expect(rowFrom({ label: 'x', scope: 'all', [field]: Date.parse(time) })?.createdAt).toBe(
      Date.parse(time),
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['words', 'yesterday'],
    ['a number that is no date', 7],
    ['seconds instead of milliseconds', 1_459_589_411],
    ['a day before CircleCI', '1999-01-01T00:00:00Z'],
    ['a day far off', '9999-01-01T00:00:00Z'],
    ['a text that some parsers take for a date', 'token 2016'],
    ['not a number', Number.NaN],
  ])('has an unknown age when its date is %s', (_what, given) => {
    expect(rowFrom({ label: 'x', scope: 'all', time: given })).not.toHaveProperty('createdAt');
  });

  test.each(['xxxxbeef', '****beef', '…beef', 'abc...beef', 'short'])(
    'with the masked value %s has no value',
    (token) => {
      expect(rowFrom({ label: 'x', scope: 'all', token })).not.toHaveProperty('value');
    },
  );

  test.each(['write-all', 'ALL', '', 'constructor', '__proto__'])(
    'of the scope %j is of a scope that Rekey does not know',
    (scope) => {
      expect(rowFrom({ label: 'x', scope })).toMatchObject({ scope: 'other', rawScope: scope });
    },
  );

  test.each([
    [undefined, 'full'],
    ['admin', 'full'],
    ['Write', 'write'],
    ['read', 'read'],
    ['owner', 'other'],
  ])('of a person with access level %s is %s', (level, scope) => {
    expect(rowFrom({ label: 'x', access_level: level }, 'personal')?.scope).toBe(scope);
  });

  test('without a label says so, and a label of any length is kept', () => {
    expect(rowFrom({ label: null, scope: 'all' })?.label).toBe('(no label)');
    expect(rowFrom({ label: 'x'.repeat(10_000), scope: 'all' })?.label).toHaveLength(10_000);
  });
});

const READERS: readonly (readonly [string, (raw: unknown) => unknown])[] = [
  ['project tokens', (raw) => readTokenRows(raw, 'project')],
  ['personal tokens', (raw) => readTokenRows(raw, 'personal')],
  ['contexts', readContexts],
  ['context variables', readContextVariables],
  ['project variables', readProjectVariables],
  ['accounts', readAccount],
  ['organisations', readOrganisations],
  ['projects by slug', readSlugRows],
  ['projects of pipelines', readPipelineRows],
  ['projects of v3', readV3Rows],
  ['projects of v1.1', readLegacyRows],
  ['names of insights', readInsightNames],
];

const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  0,
  true,
  '',
  '<html>',
  {},
  { items: null },
  { items: 'x' },
  { data: {} },
  { message: 'You must log in first.' },
  { items: { length: 3 } },
];

const UNREADABLE = [undefined, { ok: false, error: { kind: 'unexpected-shape' } }];

describe.each(READERS)('the reader of %s', (_what, read) => {
  test.each(HOSTILE.map((raw) => [JSON.stringify(raw), raw]))(
    'does not take %s for an empty list',
    (_text, raw) => {
      expect(UNREADABLE).toContainEqual(read(raw));
    },
  );

  test('takes nothing that is not a row for one', () => {
    for (const row of [null, 1, 'x', [], [[]]]) expect(UNREADABLE).toContainEqual(read([row]));
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (anything) => {
        expect(() => read(anything)).not.toThrow();
        expect(() => read([anything])).not.toThrow();
        expect(() => read({ items: [anything], data: [anything], all_projects: [anything] })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('projects of v1.1', () => {
  test('of GitHub App organisations are named by the ids in their address, never by names for people', () => {
    const rows = readLegacyRows([
      {
        vcs_url: '//circleci.com/org-id/project-id',
        vcs_type: 'circleci',
        username: 'Acme',
        reponame: 'Api',
      },
      { vcs_url: 'https://github.com/acme/api', vcs_type: 'github', username: 'acme', reponame: 'api' },
      { vcs_type: 'circleci', username: 'Acme', reponame: 'Web' },
    ]);
    expect(rows?.map(({ slug }) => slug)).toEqual(['circleci/org-id/project-id', 'gh/acme/api', undefined]);
  });

  test.each(['gh/acme', 'gh/acme/..', 'gh//api', 'gh/acme/api/more', ''])(
    'with the slug %j are not projects',
    (slug) => {
      expect(readSlugRows([{ slug }])?.[0]).not.toHaveProperty('slug');
    },
  );
});

test('a masked variable shows its last four and no more', () => {
  const read = readProjectVariables([
    { name: 'A', value: 'xxxxbeef' },
    { name: 'B', value: 'xxxx' },
    { name: 'C' },
  ]);
  expect(read).toEqual({
    ok: true,
    value: [{ name: 'A', lastCharacters: 'beef' }, { name: 'B' }, { name: 'C' }],
  });
});
