import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DAY_MS } from '../../../../shared/domain/instant';
import type { LeaverItemState } from '../../../../shared/domain/leaver';
import { leaverReport } from '../../../../shared/domain/leaver-report';
import type { ReportParameters } from '../../../../shared/domain/report';
import { everything, leaverOf } from '../../../support/leaver-facts';
import { must, NOW } from '../../../support/token-records';

const anyState: fc.Arbitrary<LeaverItemState> = fc.constantFrom<LeaverItemState>(
  { kind: 'open' },
  { kind: 'open', reopened: 'still-there' },
  { kind: 'open', reopened: 'came-back' },
  { kind: 'to-rotate', at: NOW },
  { kind: 'rotated', at: NOW },
  { kind: 'done-elsewhere', at: NOW, reason: 'Rotated' },
  { kind: 'not-applicable', at: NOW, reason: 'Done elsewhere' },
);

const parameters: ReportParameters = {
  organisation: 'acme',
  account: 'm.roy',
  host: 'https://circleci.com',
  from: NOW - DAY_MS,
  to: NOW,
  madeAt: NOW,
  filter: '',
  policy: 'Balanced',
  policyHash: '',
  appVersion: '0.0.0',
  ledger: { entries: 0, head: '' },
};

test('the report of any checklist has each of its lines once, and every total twice the same', () => {
  const leaver = leaverOf(everything);
  const anyLeaver = fc
    .array(anyState, { minLength: leaver.items.length, maxLength: leaver.items.length })
    .map((states) => ({
      ...leaver,
      items: leaver.items.map((item, index) => ({ ...item, state: must(states[index]) })),
    }));
  fc.assert(
    fc.property(anyLeaver, (one) => {
      const { totals, sections } = leaverReport(
        one,
        parameters,
        { read: 1, projects: 1, isComplete: true },
        [],
      );
      for (const { what, atSource, inReport } of totals) expect(inReport, what).toBe(atSource);
      const rows = sections.filter(({ id }) => id !== 'sign-offs').flatMap((section) => section.rows);
      expect(rows).toHaveLength(one.items.length);
      expect(totals.slice(1).reduce((sum, { inReport }) => sum + inReport, 0)).toBe(rows.length);
    }),
  );
});
