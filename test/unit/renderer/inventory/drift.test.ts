import { describe, expect, test } from 'vitest';

import { driftGroups } from '../../../../renderer/inventory/drift/drift-groups';
import {
  beyondSentence,
  changeWord,
  driftFailureSentence,
  lookWord,
  summaryOf,
  uncheckedSentence,
} from '../../../../renderer/inventory/drift/drift-words';
import { DRIFT_KINDS, type DriftChange } from '../../../../shared/domain/drift';
import { isStillThere, type DriftReport } from '../../../../shared/domain/drift-report';
import { daysAgo, NOW, refNumber, tokenWith } from '../../../support/token-records';

const look = { takenAt: NOW, tokens: 1_204, coverage: { read: 118, projects: 120, isComplete: false } };
const token = tokenWith({ createdAt: daysAgo(4) });
const old = tokenWith({ ref: refNumber(2), createdAt: daysAgo(412) });

const reportOf = (changes: readonly DriftChange[], more = 0): DriftReport => ({
  since: look,
  until: look,
  changes,
  changedRefs: [],
  unchecked: 0,
  counts: Object.fromEntries(
    DRIFT_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length + more]),
  ) as DriftReport['counts'],
});

describe('changes', () => {
  test('stand in groups, what matters most first, with the count of all', () => {
    const report = reportOf([
      { kind: 'new', token },
      { kind: 'deleted-outside', token: old },
      { kind: 'new', token: { ...token, ref: refNumber(3) } },
    ]);
    expect(driftGroups(report).map(({ kind, count }) => `${kind} ${String(count)}`)).toEqual([
      'deleted-outside 1',
      'new 2',
    ]);
    expect(driftGroups(reportOf([]))).toEqual([]);
    const [first] = driftGroups(reportOf([{ kind: 'deleted-outside', token: old }], 1));
    expect(first).toMatchObject({ count: 2, changes: [{ token: old }] });
  });

  test.each<[DriftChange, string]>([
    [{ kind: 'new', token }, 'Made 4 d ago'],
    [{ kind: 'first-read', token: tokenWith({ firstSeenAt: NOW }) }, 'First seen today'],
    [{ kind: 'deleted-outside', token: old }, 'No longer listed; made 412 d ago'],
    [{ kind: 'retired-by-rekey', token: tokenWith({}) }, 'No longer listed'],
    [{ kind: 're-created', token, was: old }, 'Made 4 d ago; the former one was made 412 d ago'],
    [
      { kind: 'owner-changed', token: { ...token, owner: { name: 'j.doe', source: 'self' } }, was: old },
      'From nobody known to j.doe',
    ],
  ])('are said in words: %#', (change, words) => {
    expect(changeWord(change, NOW)).toBe(words);
  });

  test('lead to their token only where it still is', () => {
    expect(DRIFT_KINDS.filter((kind) => !isStillThere(kind))).toEqual([
      'deleted-outside',
      'project-gone',
      'retired-by-rekey',
    ]);
  });
});

test('a look is known by its time, its size and its coverage', () => {
  expect(lookWord(look)).toBe('2026-11-24 12:00 UTC · 1,204 tokens · PARTIAL (118 of 120 projects)');
});

test('the sum of changes is said with the time, and so is that there is none', () => {
  expect(summaryOf(reportOf([]))).toBe('Nothing changed since 2026-11-24 12:00 UTC');
  expect(summaryOf(reportOf([{ kind: 'new', token }]))).toBe('1 change since 2026-11-24 12:00 UTC');
});

test('what was not compared or is not listed is said, and nothing where there is none', () => {
  expect(uncheckedSentence(0)).toBeUndefined();
  expect(uncheckedSentence(1)).toBe(
    '1 token could not be looked for: its list was not read this time. It does not count as gone.',
  );
  expect(uncheckedSentence(1_041)).toMatch(/^1,041 tokens .+ None of them counts as gone\.$/);
  expect(beyondSentence(reportOf([{ kind: 'new', token }]))).toBeUndefined();
  expect(beyondSentence(reportOf([{ kind: 'new', token }], 1))).toMatch(/first 1 changes/);
});

test('where there is nothing to compare, the next step is named', () => {
  expect(driftFailureSentence({ kind: 'nothing-to-compare' })).toContain('Refresh');
  expect(driftFailureSentence({ kind: 'no-such-snapshot' })).toContain('Choose another');
});
