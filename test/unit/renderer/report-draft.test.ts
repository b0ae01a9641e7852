import { expect, test } from 'vitest';

import { firstDraft, requestOf } from '../../../renderer/evidence/report-draft';
import { BALANCED } from '../../../shared/domain/age-policy';
import { incidentPolicy } from '../../../shared/domain/policy-presets';
import { connectionIdOf, NOW, refNumber } from '../../support/token-records';

const draft = firstDraft([{ id: connectionIdOf(1) }], BALANCED, NOW);

test('a review of the quarter that has begun is what a person sees first', () => {
  expect(draft).toMatchObject({
    kind: 'review',
    connection: connectionIdOf(1),
    from: '2026-10-01',
    to: '2026-11-24',
  });
  expect(firstDraft([], BALANCED, NOW).connection).toBe('all');
});

test.each([
  ['to the minute', Date.UTC(2026, 10, 14, 8, 30), '2026-11-14T08:30'],
  ['to the second', Date.UTC(2026, 10, 14, 8, 30, 15), '2026-11-14T08:30:15'],
])('an incident is asked about from the moment of the policy in force, %s', (_how, moment, shown) => {
  const first = firstDraft([], incidentPolicy(moment), NOW);
  expect(first.before).toBe(shown);
  expect(requestOf({ ...first, kind: 'incident' }, undefined)).toMatchObject({ before: moment });
  expect(firstDraft([], BALANCED, NOW).before).toBe('2026-11-24T12:00');
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
