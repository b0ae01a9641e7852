import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  countOutcomes,
  coverageLines,
  matchingLines,
  withoutRead,
  withOutcome,
} from '../../../../renderer/inventory/coverage/coverage-line';
import { moveInList, withRange, withToggled } from '../../../../renderer/inventory/coverage/list-keys';
import { hasFailed, OUTCOMES, outcomeSentence } from '../../../../renderer/inventory/coverage/outcome-words';
import {
  retriedSentence,
  retryCalls,
  retryFailureSentence,
} from '../../../../renderer/inventory/coverage/retry-plan';
import {
  gapSentences,
  personalSentence,
  reportedWord,
} from '../../../../renderer/inventory/coverage/source-words';
import { coverageWord } from '../../../../renderer/words/coverage-words';
import type { ConnectionId } from '../../../../shared/domain/connection-id';
import type { Coverage, ProjectOutcome } from '../../../../shared/domain/coverage';
import { MAX_RETRY } from '../../../../shared/domain/inventory';
import { connectionIdOf, must, slugOf } from '../../../support/token-records';

const READ: ProjectOutcome = { kind: 'read', tokens: 3 };
const REFUSED: ProjectOutcome = { kind: 'refused', failure: { kind: 'forbidden', status: 403 } };
const DOWN: ProjectOutcome = { kind: 'unreachable', failure: { kind: 'server-error', status: 502 } };
const PENDING: ProjectOutcome = { kind: 'pending' };

const [acme, beta] = [
  { id: connectionIdOf(1), name: 'acme' },
  { id: connectionIdOf(2), name: 'beta' },
];

const coverageOf = (id: ConnectionId, outcomes: Readonly<Record<string, ProjectOutcome>>): Coverage => ({
  projects: Object.entries(outcomes).map(([name, outcome]) => ({
    connection: id,
    project: slugOf(`gh/acme/${name}`),
    reportedBy: ['followed', 'insights'],
    outcome,
  })),
  personal: { kind: 'read' },
  failedSources: [],
});

const COVERAGES = new Map([
  [acme.id, coverageOf(acme.id, { zebra: READ, api: READ, web: DOWN, late: PENDING })],
  [beta.id, coverageOf(beta.id, { closed: REFUSED, gone: DOWN, api: READ })],
]);
const LINES = coverageLines([acme, beta], (id) => COVERAGES.get(id));
const shown = (lines: typeof LINES) => lines.map(({ word, connectionName }) => `${connectionName} ${word}`);

describe('the projects of all connections', () => {
  test('stand with the troubled ones first, then by connection and name', () => {
    expect(shown(LINES)).toEqual([
      'acme gh/acme/web',
      'beta gh/acme/gone',
      'beta gh/acme/closed',
      'acme gh/acme/late',
      'acme gh/acme/api',
      'acme gh/acme/zebra',
      'beta gh/acme/api',
    ]);
    expect(new Set(LINES.map(({ key }) => key)).size).toBe(LINES.length);
  });

  test('are counted by outcome, and found by words in any order and case', () => {
    expect([...countOutcomes(LINES)].sort()).toEqual([
      ['pending', 1],
      ['read', 3],
      ['refused', 1],
      ['unreachable', 2],
    ]);
    expect(shown(matchingLines(LINES, ' API  beta '))).toEqual(['beta gh/acme/api']);
    expect(matchingLines(LINES, ' ')).toBe(LINES);
    expect(shown(withOutcome(LINES, 'refused'))).toEqual(['beta gh/acme/closed']);
    expect(withOutcome(LINES, 'all')).toBe(LINES);
  });

  test('of ids are known by their names, made harmless', () => {
    const project = { ...must(LINES[0]), project: slugOf('circleci/x/y'), name: 'Pay\u202eroll' };
    const coverage = { ...must(COVERAGES.get(acme.id)), projects: [project] };
    const [line] = coverageLines([acme], () => coverage);
    expect(line?.word).toBe('circleci/Pay\\u202eroll');
    expect(matchingLines([must(line)], 'circleci/x/y')).toHaveLength(1);
  });

  test('every line has exactly one outcome, whatever is filtered', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const matching = matchingLines(LINES, text);
        const parts = OUTCOMES.flatMap((outcome) => withOutcome(matching, outcome));
        expect(parts).toEqual(matching);
      }),
    );
  });
});

describe('a retry', () => {
  test('asks for the projects of each connection apart, no more at once than main takes', () => {
    const many = Array.from({ length: MAX_RETRY + 1 }, (_, index) => ({
      ...must(LINES[0]),
      project: slugOf(`gh/acme/${String(index)}`),
    }));
    const [ofAcme, ofBeta] = retryCalls([...many, must(LINES[1])]);
    expect(ofAcme?.map(({ projects }) => projects.length)).toEqual([MAX_RETRY, 1]);
    expect(ofBeta).toEqual([{ connection: beta.id, projects: ['gh/acme/gone'] }]);
    expect(retryCalls([])).toEqual([]);
  });

  test('is for what was refused or unreachable', () => {
    expect([READ, PENDING, REFUSED, DOWN].map(hasFailed)).toEqual([false, false, true, true]);
  });

  test('ends in a sentence that says how much is read now, and what is safe', () => {
    const after = LINES.map((line) => (line.key === LINES[0]?.key ? { ...line, outcome: READ } : line));
    expect(retriedSentence(LINES.slice(0, 2), after)).toBe('1 of 2 projects read.');
    const keys = LINES.slice(0, 2).map(({ key }) => key);
    expect(withoutRead(new Set(keys), after)).toEqual(new Set(keys.slice(1)));
    expect(retryFailureSentence({ kind: 'stopped' })).toBe('Stopped. What was read until then is kept.');
    expect(retryFailureSentence({ kind: 'api', failure: { kind: 'unauthorized' } })).toMatch(
      /^What was known is still shown\. CircleCI did not accept/,
    );
  });
});

test('outcomes, sources and personal tokens are said in words', () => {
  expect(outcomeSentence(READ)).toBe('3 tokens');
  expect(outcomeSentence(REFUSED)).toBe('CircleCI refused access: not allowed, or not there.');
  expect(outcomeSentence(PENDING)).toMatch(/did not come to it/);
  expect(reportedWord({ reportedBy: ['followed', 'pipelines'] })).toBe('followed projects, recent pipelines');
  const failedSources = [{ source: 'insights' as const, failure: { kind: 'timed-out' as const } }];
  expect(gapSentences({ projects: [], personal: { kind: 'read' }, failedSources })).toEqual([
    'Projects may be missing: the source “insights” did not answer. CircleCI did not answer in time.',
  ]);
  expect(personalSentence({ kind: 'by-hand' })).toMatch(/entered by hand/);
  expect(coverageWord({ read: 118, projects: 120, isComplete: false })).toBe('PARTIAL (118 of 120 projects)');
});

describe('the keyboard in the list', () => {
  const size = { rows: 50, page: 10 };
  test.each([
    [0, 'ArrowDown', 1],
    [0, 'ArrowUp', 0],
    [49, 'ArrowDown', 49],
    [5, 'PageDown', 15],
    [45, 'PageDown', 49],
    [5, 'PageUp', 0],
    [30, 'Home', 0],
    [30, 'End', 49],
    [30, 'x', 30],
  ])('leads from row %d by %s to row %d', (at, key, to) => {
    expect(moveInList(at, key, size)).toBe(to);
  });

  test('selects one, or all between two, and keeps what was selected', () => {
    const keys = ['a', 'b', 'c', 'd'];
    expect(withToggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']));
    expect(withToggled(new Set(['a']), 'a')).toEqual(new Set());
    expect(withRange(new Set(['a']), keys, 3, 2)).toEqual(new Set(['a', 'c', 'd']));
  });
});
