import { expect, test } from 'vitest';

import { totalCoverage, type Coverage, type ProjectOutcome } from '../../../../shared/domain/coverage';
import { connectionIdOf, slugOf } from '../../../support/token-records';

const forbidden = { kind: 'forbidden', status: 403 } as const;

const coverageOf = (outcomes: readonly ProjectOutcome[], said: Partial<Coverage> = {}): Coverage => ({
  projects: outcomes.map((outcome, index) => ({
    connection: connectionIdOf(1),
    project: slugOf(`gh/acme/project-${String(index)}`),
    reportedBy: ['v1.1-projects'],
    outcome,
  })),
  personal: { kind: 'read' },
  failedSources: [],
  ...said,
});

const read = { kind: 'read', tokens: 3 } as const;

test('a look that read every project is complete', () => {
  expect(totalCoverage([coverageOf([read, read])])).toEqual({ read: 2, projects: 2, isComplete: true });
});

test.each<[string, Coverage]>([
  ['one project was refused', coverageOf([read, { kind: 'refused', failure: forbidden }])],
  [
    'one project could not be reached',
    coverageOf([read, { kind: 'unreachable', failure: { kind: 'offline' } }]),
  ],
  ['the look was stopped before one project', coverageOf([read, { kind: 'pending' }])],
  [
    'a source of project names failed',
    coverageOf([read], { failedSources: [{ source: 'followed', failure: forbidden }] }),
  ],
  [
    'personal tokens could not be read',
    coverageOf([read], { personal: { kind: 'unreachable', failure: forbidden } }),
  ],
])('a look is partial when %s', (_why, coverage) => {
  expect(totalCoverage([coverage]).isComplete).toBe(false);
});

test('several connections are complete only together', () => {
  const totals = totalCoverage([coverageOf([read]), coverageOf([{ kind: 'pending' }])]);
  expect(totals).toEqual({ read: 1, projects: 2, isComplete: false });
});

test('nothing looked at is not complete', () => {
  expect(totalCoverage([]).isComplete).toBe(false);
});
