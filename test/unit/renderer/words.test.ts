import { describe, expect, test } from 'vitest';

import { connectFailureSentence } from '../../../renderer/connect/connect-words';
import { dueWord } from '../../../renderer/inventory/due-words';
import { statusLine } from '../../../renderer/inventory/status-line';
import { consequences, destinationsWord, scopeCounts } from '../../../renderer/rotation/plan-words';
import { runSentence, endsInCircleCi } from '../../../renderer/rotation/run-words';
import { needSentence, stepWord } from '../../../shared/domain/row-words';
import { ageWord, distanceWord, exactUtc } from '../../../renderer/words/date-words';
import { plain, projectWord, scopeWord } from '../../../renderer/words/token-words';
import { BALANCED, judge } from '../../../shared/domain/age-policy';
import type { RotationPlan } from '../../../shared/domain/rotation-plan';
import {
  outcomeOf,
  parseRowId,
  totalRun,
  type RunRow,
  type RunView,
} from '../../../shared/domain/rotation-run';
import {
  connectionIdOf,
  daysAgo,
  must,
  NOW,
  refNumber,
  slugOf,
  tokenWith,
} from '../../support/token-records';

test.each([
  [1, 0, { read: 1, projects: 1, isComplete: true }, '1 token · 0 due · COMPLETE'],
  [1_204, 37, { read: 120, projects: 120, isComplete: true }, '1,204 tokens · 37 due · COMPLETE'],
  [
    1_204,
    37,
    { read: 118, projects: 120, isComplete: false },
    '1,204 tokens · 37 due · PARTIAL (118 of 120 projects)',
  ],
])('%d tokens with %d due read as a line', (tokens, due, totals, line) => {
  expect(statusLine(tokens, due, totals)).toBe(line);
});

describe('a due state', () => {
  const words = (said: Parameters<typeof tokenWith>[0]) =>
    dueWord(judge(tokenWith(said), BALANCED, NOW), NOW);

  test('is said in words, with whole days', () => {
    expect(words({ createdAt: daysAgo(412) })).toBe('Overdue 322 d');
    expect(words({ createdAt: daysAgo(78) })).toBe('Due in 12 d');
    expect(words({ createdAt: daysAgo(10) })).toBe('In 80 d');
    expect(words({ scope: 'status', createdAt: daysAgo(100), lastUsedAt: daysAgo(95) })).toBe(
      'Overdue 5 d, unused',
    );
  });

  test('of unknown age never reads as fine', () => {
    expect(words({ firstSeenAt: NOW })).toBe('Unknown age, 30 d');
    expect(words({ firstSeenAt: daysAgo(31) })).toBe('Unknown age, due');
  });
});

test('moments are relative, with the exact one behind them', () => {
  expect(ageWord(daysAgo(412), NOW)).toBe('412 d');
  expect(ageWord(NOW - 1_000, NOW)).toBe('today');
  expect(distanceWord(daysAgo(-12), NOW)).toBe('in 12 d');
  expect(distanceWord(daysAgo(3), NOW)).toBe('3 d ago');
  expect(exactUtc(NOW)).toBe('2026-11-24 12:00 UTC');
});

test('what hides in a label is made visible, and what a host calls its scope is shown', () => {
  expect(plain('a\u202eb\u0000c\n')).toBe('a\\u202eb\\u0000c\\u000a');
  expect(plain('🚀 <b>')).toBe('🚀 <b>');
  expect(scopeWord({ scope: 'other', rawScope: 'write-all' })).toBe('write-all');
  expect(projectWord({ project: slugOf('circleci/x/y'), projectName: 'Api' })).toBe('circleci/Api');
});

const row = (number: number, said: Partial<RunRow>): RunRow => ({
  id: must(parseRowId(`row_${number.toString(16).padStart(32, '0')}`)),
  ref: refNumber(number),
  kind: 'project',
  scope: 'all',
  newScope: 'all',
  label: 'deploy bot',
  destinations: [],
  deliveries: [],
  checklist: [],
  step: 'planned',
  holdsValue: false,
  ...said,
});
const run = (rows: readonly RunRow[], phase: RunView['phase'] = 'ended'): RunView => ({
  id: `run_${'0'.repeat(32)}`,
  connection: connectionIdOf(1),
  organisation: 'acme',
  startedAt: NOW,
  phase,
  rows,
});

describe('a run', () => {
  const waiting = row(1, { step: 'verified', holdsValue: true });
  const done = row(2, { step: 'gone', goneAt: NOW });
  const stuck = row(3, { step: 'needs-you', need: { reason: 'create-refused', actions: ['try-again'] } });

  test('is done only when every row is proved', () => {
    expect(runSentence(run([done]))).toBe('Done: 1 of 1 done.');
    expect(runSentence(run([done, waiting]))).toBe('Partly: 1 of 2 done, 1 waiting.');
    expect(runSentence(run([done, waiting, stuck]))).toBe('Partly: 1 of 3 done, 1 waiting, 1 needs you.');
    expect(runSentence(run([done, row(4, {})], 'interrupted'))).toMatch(
      /every token is safe: 1 of 2 done, 1 left/,
    );
    expect(outcomeOf(run([done, row(4, { step: 'left' })]))).toBe('partly');
    expect(outcomeOf(run([stuck, row(4, { step: 'left' })]))).toBe('needs-you');
  });

  test('has totals that add up to its rows, whatever they are', () => {
    const all = [
      waiting,
      done,
      stuck,
      row(4, {}),
      row(5, { step: 'left' }),
      row(6, { step: 'retiring' }),
      row(7, { step: 'creating' }),
    ];
    const totals = totalRun(run(all));
    expect(totals).toEqual({ done: 1, needsYou: 1, waiting: 2, left: 2, closed: 1 });
    const { done: finished, needsYou, waiting: inTrays, left, closed } = totals;
    expect(finished + needsYou + inTrays + left + closed).toBe(all.length);
  });

  test('says of each row where it is, and of a stuck one what is safe', () => {
    expect(stepWord(waiting)).toBe('Waiting for hand-over');
    expect(stepWord(done)).toBe('Done');
    expect(
      needSentence({ reason: 'create-refused', actions: [], failure: { kind: 'forbidden', status: 403 } }),
    ).toBe(
      'No new token was made; the old one works as before. CircleCI refused access: not allowed, or not there.',
    );
  });
});

describe('a plan', () => {
  const project = slugOf('gh/acme/api');
  const planned = (said: Partial<RotationPlan['rows'][number]>): RotationPlan['rows'][number] => ({
    ref: refNumber(1),
    kind: 'project',
    scope: 'all',
    newScope: 'all',
    label: 'deploy bot',
    project,
    verdict: { kind: 'rotate' },
    destinations: [],
    checklist: [],
    warnings: [],
    ...said,
  });
  const plan: RotationPlan = {
    id: `plan_${'0'.repeat(32)}`,
    connection: connectionIdOf(1),
    organisation: 'acme',
    madeAt: NOW,
    overlapHours: 24,
    valuesAreSealed: true,
    hash: '0'.repeat(64),
    rows: [
      planned({ destinations: [{ kind: 'project-variable', project, variable: 'TOKEN' }] }),
      planned({ scope: 'status' }),
      planned({ verdict: { kind: 'skip', why: 'gone' } }),
    ],
  };

  test('says what will happen in counts, and that deletion comes last', () => {
    expect(scopeCounts(plan.rows.slice(0, 2))).toBe('1 Admin, 1 Status');
    expect(consequences(plan)).toMatch(
      /^2 new tokens will be created .* 1 value will wait .* Nothing old is deleted: .* 24 hours/,
    );
    expect(consequences({ ...plan, overlapHours: 0 })).toContain('as soon as their new values are in place');
  });

  test('says where a value goes without repeating the token’s own project', () => {
    expect(plan.rows.map((one) => destinationsWord(one))).toEqual([
      'its project / TOKEN',
      'hand-over tray',
      'hand-over tray',
    ]);
  });
});

test('a failed connection says what happened and that nothing was stored', () => {
  expect(connectFailureSentence({ kind: 'project-token' })).toMatch(
    /^This is a project token.*Nothing was stored\.$/,
  );
  expect(connectFailureSentence({ kind: 'api', failure: { kind: 'offline' } })).toBe(
    'The server could not be reached. Nothing was stored.',
  );
});

test('a row that only CircleCI’s own pages can end offers them', () => {
  expect(endsInCircleCi({ reason: 'delete-refused' })).toBe(true);
  expect(endsInCircleCi({ reason: 'old-still-live' })).toBe(true);
  expect(endsInCircleCi({ reason: 'unreachable' })).toBe(false);
});
