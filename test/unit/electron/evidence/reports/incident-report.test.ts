import fc from 'fast-check';
import { expect, test } from 'vitest';

import { incidentReport } from '../../../../../electron/evidence/reports/incident-report';
import type { Report } from '../../../../../shared/domain/report';
import { anyTokens, finished, sourceWith } from '../../../../support/report-material';
import { runRowWith, runWith } from '../../../../support/run-views';
import { daysAgo, NOW, refNumber, tokenWith } from '../../../../support/token-records';

const BEFORE = daysAgo(10);
const rowsOf = ({ sections }: Pick<Report, 'sections'>, id: string) =>
  sections.find((section) => section.id === id)?.rows ?? [];

test('everything from before is replaced, under way or not begun; what was made since is not in it', () => {
  const old = tokenWith({ ref: refNumber(1), label: 'old', createdAt: daysAgo(50) });
  const ageless = tokenWith({ ref: refNumber(2), label: 'ageless' });
  const since = tokenWith({ ref: refNumber(3), label: 'since', createdAt: daysAgo(5) });
  const madeByRun = tokenWith({ ref: refNumber(4), label: 'made by the run, of unknown age' });
  const gone = runRowWith(
    { label: 'gone', step: 'gone', goneAt: NOW, createdAt: daysAgo(99), newRef: madeByRun.ref },
    5,
  );
  const younger = runRowWith({ label: 'younger', step: 'gone', goneAt: NOW, createdAt: daysAgo(5) }, 6);
  const waits = { ...runRowWith({ label: 'old', step: 'retiring' }, 7), ref: old.ref };
  const report = finished(
    incidentReport({
      sources: [sourceWith([old, ageless, since, madeByRun])],
      runs: [runWith({ startedAt: daysAgo(1), rows: [gone, younger, waits] })],
      before: BEFORE,
      now: NOW,
    }),
  );
  expect(rowsOf(report, 'tokens').map(([label, , , , , state]) => [label, state])).toEqual([
    ['old', 'Waiting to be deleted'],
    ['ageless', 'Not begun'],
    ['gone', 'Done'],
  ]);
  expect(rowsOf(report, 'left').map(([label]) => label)).toEqual(['old', 'ageless']);
  expect(report.isReconciled).toBe(true);
  expect(report.verdict.sentence).toBe(
    'Evidence for an incident: 1 of 3 tokens from before it replaced and proved gone; 2 left.',
  );
});

test('an incident is met where nothing is left and everything was read', () => {
  const gone = runRowWith({ step: 'gone', goneAt: NOW, createdAt: daysAgo(99) });
  const made = tokenWith({ ref: refNumber(9), createdAt: NOW });
  const { verdict } = incidentReport({
    sources: [sourceWith([made])],
    runs: [runWith({ rows: [gone] })],
    before: BEFORE,
    now: NOW,
  });
  expect(verdict.isMet).toBe(true);
});

test('the totals of any incident agree with their source', () => {
  fc.assert(
    fc.property(anyTokens, fc.integer({ min: 0, max: NOW }), (tokens, before) => {
      const { totals } = incidentReport({ sources: [sourceWith(tokens)], runs: [], before, now: NOW });
      expect(totals.filter(({ atSource, inReport }) => atSource !== inReport)).toEqual([]);
    }),
  );
});
