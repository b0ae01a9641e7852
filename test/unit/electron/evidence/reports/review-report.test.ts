import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { reviewReport } from '../../../../../electron/evidence/reports/review-report';
import { unseenSource } from '../../../../../electron/evidence/reports/report-source';
import { BALANCED, type AgePolicy } from '../../../../../shared/domain/age-policy';
import { OFF, PCI_HELPER } from '../../../../../shared/domain/policy-presets';
import type { Report } from '../../../../../shared/domain/report';
import { connectionFacts } from '../../../../support/connection-facts';
import { anyTokens, BALANCED_RULES, reviewOf, sourceWith } from '../../../../support/report-material';
import {
  connectionIdOf,
  daysAgo,
  NOW,
  refNumber,
  slugOf,
  tokenWith,
} from '../../../../support/token-records';

const OWNED = { owner: { name: 'm.roy', source: 'self' as const } };
const young = tokenWith({ ref: refNumber(1), label: 'young', createdAt: daysAgo(10), ...OWNED });
const old = tokenWith({ ref: refNumber(2), label: 'old', createdAt: daysAgo(100), ...OWNED });
const ageless = tokenWith({ ref: refNumber(3), label: 'ageless' });

const rowsOf = ({ sections }: Pick<Report, 'sections'>, id: string) =>
  sections.find((section) => section.id === id)?.rows.map(([first]) => first);

const review = (policy: AgePolicy, tokens = [young]) =>
  reviewReport({ sources: [sourceWith(tokens)], rules: { policy, exceptions: [] }, now: NOW });

test('a review lists what is due, what is of unknown age and what nobody owns, and every token once', () => {
  const report = reviewOf([young, old, ageless]);
  expect(rowsOf(report, 'due')).toEqual(['old']);
  expect(rowsOf(report, 'unknown-age')).toEqual(['ageless']);
  expect(rowsOf(report, 'no-owner')).toEqual(['ageless']);
  expect(rowsOf(report, 'tokens')).toEqual(['young', 'old', 'ageless']);
  expect(report.isReconciled).toBe(true);
});

test('a token under an exception is named with who answers for it, and is not due', () => {
  const exception = {
    id: 'exc_0000000000000001',
    subject: { kind: 'token', ref: old.ref, label: 'old' },
    owner: 'ada',
    approver: 'grace',
    reason: 'the vendor is slow',
    grantedAt: daysAgo(1),
    until: NOW + 1_000,
  } as const;
  const { sections, verdict } = reviewReport({
    sources: [sourceWith([old])],
    rules: { policy: BALANCED, exceptions: [exception] },
    now: NOW,
  });
  expect(rowsOf({ sections }, 'due')).toEqual([]);
  const [row] = sections.find(({ id }) => id === 'exceptions')?.rows ?? [];
  expect(row?.slice(-4)).toEqual(['ada', 'grace', 'the vendor is slow', NOW + 1_000]);
  expect(verdict).toEqual({
    isMet: true,
    sentence:
      'Evidence for the policy “Balanced”: meets policy, none of 1 token is due, 1 under an exception.',
  });
});

describe('“meets policy” is said', () => {
  test('where everything was read and nothing is due', () => {
    expect(review(BALANCED).verdict.isMet).toBe(true);
  });

  test.each([
    ['a token is due', review(BALANCED, [young, old]), 'not met, 1 of 2 tokens is due.'],
    ['the policy sets no limit', review(OFF), 'it sets no limit'],
    ['the policy wants a risk analysis and names none', review(PCI_HELPER), 'no risk analysis'],
    [
      'a project could not be read',
      reviewReport({
        sources: [
          sourceWith([young], {
            coverage: {
              projects: [
                {
                  connection: connectionIdOf(1),
                  project: slugOf('gh/acme/api'),
                  reportedBy: [],
                  outcome: { kind: 'refused', failure: { kind: 'forbidden', status: 403 } },
                },
              ],
              personal: { kind: 'read' },
              failedSources: [],
            },
          }),
        ],
        rules: BALANCED_RULES,
        now: NOW,
      }),
      'PARTIAL (0 of 1 projects)',
    ],
    [
      'a filter left tokens out',
      reviewReport({
        sources: [sourceWith([young, old])],
        rules: BALANCED_RULES,
        now: NOW,
        shown: { query: 'young', refs: [young.ref] },
      }),
      'a filter left tokens out',
    ],
    [
      'one of the connections was never looked at',
      reviewReport({
        sources: [sourceWith([young]), unseenSource(connectionFacts({ id: connectionIdOf(2) }))],
        rules: BALANCED_RULES,
        now: NOW,
      }),
      'PARTIAL',
    ],
  ])('not where %s', (_why, { verdict }, words) => {
    expect(verdict.isMet).toBe(false);
    expect(verdict.sentence).toContain(words);
  });

  test('by a policy that wants a risk analysis, where one is named', () => {
    expect(review({ ...PCI_HELPER, riskAnalysis: 'RA-7' }).verdict.isMet).toBe(true);
  });
});

test('a report with a filter that shows more than is known does not reconcile', () => {
  const { totals } = reviewReport({
    sources: [sourceWith([young])],
    rules: BALANCED_RULES,
    now: NOW,
    shown: { query: 'x', refs: [young.ref, refNumber(9)] },
  });
  expect(totals.at(-1)).toEqual({ what: 'Tokens that the filter shows', atSource: 2, inReport: 1 });
});

test('a report whose inventory has other tokens than its look counted does not reconcile', () => {
  const source = sourceWith([young, old]);
  const report = reviewOf([young], { coverage: source.coverage });
  expect(report.isReconciled).toBe(false);
  expect(report.verdict.isMet).toBe(false);
});

test('the totals of any inventory agree with their source', () => {
  fc.assert(
    fc.property(anyTokens, (tokens) => {
      const { totals, isReconciled } = reviewOf(tokens);
      expect(totals.filter(({ atSource, inReport }) => atSource !== inReport)).toEqual([]);
      expect(isReconciled).toBe(true);
    }),
  );
});
