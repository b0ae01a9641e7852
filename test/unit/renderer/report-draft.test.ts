import { expect, test } from 'vitest';

import { firstDraft, requestOf } from '../../../renderer/evidence/report-draft';
import { connectionIdOf, NOW, refNumber } from '../../support/token-records';

const draft = firstDraft([{ id: connectionIdOf(1) }], NOW);

test('a review of the quarter that has begun is what a person sees first', () => {
  expect(draft).toMatchObject({
    kind: 'review',
    connection: connectionIdOf(1),
    from: '2026-10-01',
    to: '2026-11-24',
  });
  expect(firstDraft([], NOW).connection).toBe('all');
});

test('the last day of the time is in it to its end, in UTC', () => {
  expect(requestOf(draft, undefined)).toEqual({
    kind: 'review',
    connection: connectionIdOf(1),
    from: Date.UTC(2026, 9, 1),
    to: Date.UTC(2026, 10, 25) - 1,
  });
});

test.each([
  ['a day is missing', { from: '' }],
  ['it ends before it begins', { to: '2026-09-30' }],
  ['the moment of an incident is missing', { kind: 'incident' as const, before: '' }],
])('nothing is asked for where %s', (_why, change) => {
  expect(requestOf({ ...draft, ...change }, undefined)).toBeUndefined();
});

test('an incident has its moment in UTC, a session its run, a review what the inventory shows', () => {
  expect(requestOf({ ...draft, kind: 'incident', before: '2026-11-01T06:30' }, undefined)).toMatchObject({
    before: Date.UTC(2026, 10, 1, 6, 30),
  });
  expect(requestOf({ ...draft, kind: 'rotation', run: 'run_1' }, undefined)).toMatchObject({ run: 'run_1' });
  const shown = { query: 'scope:admin', refs: [refNumber(1)] };
  expect(requestOf(draft, shown)).toMatchObject({ shown });
});
