import { describe, expect, test } from 'vitest';

import { readAuditRow } from '../../../../electron/people/audit-log-row';
import { valueOf } from '../../../support/value-of';

const MADE = 'project.api_token.create';
const A_CHEN = '{"id":"u1","type":"user","name":"a.chen"}';

const read = (cells: Readonly<Record<string, string>>) => {
  const all = new Map(Object.entries({ action: MADE, actor: A_CHEN, at: '2026-03-04T10:00:00Z', ...cells }));
  return readAuditRow({ line: 7, cell: (name) => all.get(name) ?? '' });
};

describe('the token that a line is about', () => {
  test.each([
    [
      'label and scope of the payload',
      { payload: '{"label":"x","scope":"all"}' },
      { label: 'x', scope: 'all' },
    ],
    [
      'a token within the payload',
      { payload: '{"token":{"label":"x","scope":"status"}}' },
      { label: 'x', scope: 'status' },
    ],
    ['a name and an id', { payload: '{"name":"x","id":"t1"}' }, { label: 'x', tokenId: 't1' }],
    ['an id alone', { payload: '{"api-token-id":"t1"}' }, { tokenId: 't1' }],
  ])('is read from %s', (_where, cells, told) => {
    const line = valueOf(read({ target: '{"type":"project","name":"acme/api"}', ...cells }));
    expect(line.made).toEqual({
      line: 7,
      at: Date.UTC(2026, 2, 4, 10),
      actor: 'a.chen',
      projects: ['acme/api'],
      ...told,
    });
  });

  test('may be the target itself, with the project in the payload', () => {
    const line = read({
      target: '{"type":"api_token","id":"t1","name":"x"}',
      payload: '{"project_slug":"gh/acme/api"}',
    });
    expect(valueOf(line).made).toMatchObject({ label: 'x', tokenId: 't1', projects: ['gh/acme/api'] });
  });
});

test('a line of another event tells who acted, and nothing more', () => {
  expect(read({ action: 'workflow.job.start' })).toEqual({ ok: true, value: { person: 'a.chen' } });
  expect(read({ action: 'workflow.job.start', actor: '{"type":"system","name":"scheduler"}' })).toEqual({
    ok: true,
    value: {},
  });
  expect(read({ action: 'context.create', actor: 'a.chen' })).toEqual({
    ok: true,
    value: { person: 'a.chen' },
  });
});

test('what did not succeed made no token', () => {
  expect(read({ success: 'false', payload: '{"label":"x"}' })).toEqual({
    ok: true,
    value: { person: 'a.chen' },
  });
});

test('a name in the form of a token is kept nowhere', () => {
  const pasted = 'ab'.repeat(20);
  expect(valueOf(read({ action: 'x', actor: `m.roy ${pasted}` })).person).toBe('m.roy [token removed]');
});
