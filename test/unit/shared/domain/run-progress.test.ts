import { expect, test } from 'vitest';

import type { RotationStep, RunRow, RunView } from '../../../../shared/domain/rotation-run';
import { progressOf } from '../../../../shared/domain/run-progress';
import { runRowWith, runWith } from '../../../support/run-views';

const rowsOf = (...steps: readonly RotationStep[]): readonly RunRow[] =>
  steps.map((step, index) => runRowWith({ step }, index));
const running = (rows: readonly RunRow[], phase: RunView['phase'] = 'running') => runWith({ rows, phase });
const idsOf = (rows: readonly RunRow[]) => new Set(rows.map(({ id }) => id));

test('nothing under way shows nothing: ended, paused and interrupted runs do not move', () => {
  expect(progressOf([])).toBeUndefined();
  for (const phase of ['ended', 'paused', 'interrupted'] as const)
    expect(progressOf([running(rowsOf('planned', 'gone'), phase)])).toBeUndefined();
});

test('a run at work counts the rows that it will do nothing more to', () => {
  const waiting = runRowWith({ step: 'verified', destinations: [], holdsValue: true }, 9);
  const rows = [...rowsOf('planned', 'creating', 'needs-you', 'retiring', 'gone'), waiting];
  for (const phase of ['running', 'pausing', 'stopping'] as const)
    expect(progressOf([running(rows, phase)])).toBe(4 / 6);
});

test('an ended run beside one at work takes nothing from it', () => {
  const ended = running(rowsOf('gone', 'gone'), 'ended');
  const atWork = running(rowsOf('planned', 'gone'));
  expect(progressOf([atWork, ended])).toBe(0.5);
  expect(progressOf([ended, atWork])).toBe(0.5);
});

test('a batch of deletions counts from its first token on, and not while a person is being asked', () => {
  const waiting = rowsOf('retiring', 'retiring', 'retiring', 'retiring');
  expect(progressOf([running(waiting, 'ended')], idsOf(waiting))).toBeUndefined();
  const begun = rowsOf('deleting', 'retiring', 'retiring', 'retiring');
  expect(progressOf([running(begun, 'ended')], idsOf(begun))).toBe(0);
  const further = rowsOf('gone', 'needs-you', 'deleting', 'retiring');
  expect(progressOf([running(further, 'ended')], idsOf(further))).toBe(0.5);
});
