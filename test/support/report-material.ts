import fc from 'fast-check';

import type { ReportSource } from '../../electron/evidence/reports/report-source';
import { finishReport } from '../../electron/evidence/reports/finish-report';
import { reviewReport } from '../../electron/evidence/reports/review-report';
import { BALANCED } from '../../shared/domain/age-policy';
import type { Coverage } from '../../shared/domain/coverage';
import type { Report, ReportBody, ReportParameters } from '../../shared/domain/report';
import type { Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import { connectionFacts } from './connection-facts';
import { anyToken, NOW, refNumber, slugOf, tokenWith } from './token-records';

export const BALANCED_RULES: Rules = { policy: BALANCED, exceptions: [] };

/** Everything was read: every project that the tokens are in, with as many as there are. */
export function coverageOf(tokens: readonly TokenRecord[]): Coverage {
  const counts = new Map<string, number>();
  for (const { project, source } of tokens)
    if (project !== undefined && source === 'host') counts.set(project, (counts.get(project) ?? 0) + 1);
  return {
    projects: [...counts].map(([project, count]) => ({
      connection: connectionFacts({}).id,
      project: slugOf(project),
      reportedBy: ['followed'],
      outcome: { kind: 'read', tokens: count },
    })),
    personal: { kind: 'read' },
    failedSources: [],
  };
}

/** A connection that was looked at, in which everything was read but for what a test says. */
export const sourceWith = (
  tokens: readonly TokenRecord[],
  said: Partial<ReportSource> = {},
): ReportSource => ({
  facts: connectionFacts({}),
  takenAt: NOW,
  tokens,
  coverage: coverageOf(tokens),
  ...said,
});

export const PARAMETERS: ReportParameters = {
  organisation: 'acme',
  account: 'm.roy',
  madeBy: 'mroy',
  host: 'https://circleci.com',
  from: Date.UTC(2026, 9, 1),
  to: NOW,
  madeAt: NOW,
  filter: '',
  policy: 'Balanced',
  policyHash: '0'.repeat(64),
  appVersion: '0.0.0',
  ledger: { entries: 0, head: '0'.repeat(64) },
};

export const finished = (body: ReportBody, said: Partial<ReportParameters> = {}): Report =>
  finishReport(body, { ...PARAMETERS, ...said });

/** The finished review of some tokens under the Balanced policy. */
export const reviewOf = (tokens: readonly TokenRecord[], said: Partial<ReportSource> = {}): Report =>
  finished(reviewReport({ sources: [sourceWith(tokens, said)], rules: BALANCED_RULES, now: NOW }));

/** What people, and those who mean harm, write into labels. */
export const HOSTILE_LABELS: readonly string[] = [
  '=1+1',
  '=cmd|" /C calc"!A0',
  '+31 6 1234',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  'a "quoted", text; with\r\nline ends',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><h1>not a heading</h1>',
  '</title></style></main>',
  '\u202egnp.exe\u202c',
  'nul\u0000 and bell\u0007',
  'ünïcödé 🔑 ключ 鍵',
  "'",
  'x'.repeat(10_000),
  'BEGIN:VEVENT\r\nSUMMARY:smuggled\r\nEND:VEVENT',
];

/** Text in the form of a token, with something around it. Made at run time: nothing here is one. */
const anySecret: fc.Arbitrary<string> = fc
  .record({
    around: fc.constantFrom('', 'value_', 'was ', '('),
    form: fc.constantFrom('', 'CCIPAT_abc_', 'CCIPRJ_abc_', 'ccipat_X1_'),
    digits: fc.stringMatching(/^[0-9a-fA-F]{40}$/),
  })
  .map(({ around, form, digits }) => `${around}${form}${digits}`);

/** Tokens with whatever dates, owners and labels; some labels hold a value that somebody pasted. */
export const anyTokens: fc.Arbitrary<readonly TokenRecord[]> = fc
  .array(
    fc.record({
      token: anyToken,
      label: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom(...HOSTILE_LABELS),
        anySecret,
      ),
      owner: fc.option(fc.oneof(fc.string({ maxLength: 12 }), anySecret), { nil: undefined }),
      project: fc.constantFrom('gh/acme/api', 'gh/acme/web', 'circleci/1/2'),
      hasExpiry: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ token, label, owner, project, hasExpiry }, index) =>
      tokenWith({
        ...token,
        ref: refNumber(index + 1),
        label,
        project: slugOf(project),
        ...(owner !== undefined && { owner: { name: owner, source: 'by-hand' as const } }),
        ...(hasExpiry && { expiresAt: NOW + index * 86_400_000 }),
      }),
    ),
  );
