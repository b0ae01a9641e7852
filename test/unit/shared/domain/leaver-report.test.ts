import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { LeaverItemState } from '../../../../shared/domain/leaver';
import { leaverReport } from '../../../../shared/domain/leaver-report';
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
      const { totals, sections } = leaverReport(one, { read: 1, projects: 1, isComplete: true }, []);
      for (const { what, atSource, inReport } of totals) expect(inReport, what).toBe(atSource);
      const rows = sections
        .filter(({ id }) => !['person', 'sign-offs'].includes(id))
        .flatMap((section) => section.rows);
      expect(rows).toHaveLength(one.items.length);
      expect(totals.slice(1).reduce((sum, { inReport }) => sum + inReport, 0)).toBe(rows.length);
    }),
  );
});

test('an offboarding counts as closed only once it is signed off, and read completely', () => {
  const whole = { read: 1, projects: 1, isComplete: true };
  const open = leaverOf(everything);
  const signed = { ...open, signedOff: { by: 'm.roy', at: NOW } };
  expect(leaverReport(open, whole, []).verdict).toMatchObject({ isMet: false });
  expect(leaverReport(signed, whole, []).verdict).toMatchObject({ isMet: true });
  const partial = leaverReport(signed, { read: 1, projects: 2, isComplete: false }, []).verdict;
  expect(partial.isMet).toBe(false);
  expect(partial.sentence).toContain('PARTIAL (1 of 2 projects)');
});

test('the report names where the names of the person come from, and says where that was not kept', () => {
  const whole = { read: 1, projects: 1, isComplete: true };
  const leaver = { ...leaverOf(everything), names: ['jane-doe', 'Jane Doe'] };
  const personIn = (one: typeof leaver) =>
    must(leaverReport(one, whole, []).sections.find(({ id }) => id === 'person')).rows;
  expect(personIn(leaver)).toEqual([['jane-doe, Jane Doe', null]]);
  expect(personIn({ ...leaver, knownFrom: ['audit-log', 'collaborations'] })).toEqual([
    ['jane-doe, Jane Doe', 'the audit log, an account, confirmed by hand'],
  ]);
});
