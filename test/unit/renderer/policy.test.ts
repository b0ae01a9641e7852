import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { verdictWords } from '../../../renderer/inventory/panel/verdict-words';
import { fileFailureSentence } from '../../../renderer/policy/failure-words';
import { policySentences } from '../../../renderer/policy/policy-words';
import { changeSentence, previewSentence } from '../../../renderer/policy/preview-words';
import { subjectWords } from '../../../renderer/policy/subject-words';
import { readException } from '../../../renderer/policy/typed-exception';
import { changed, readTyped, typedFrom, typedIncident } from '../../../renderer/policy/typed-policy';
import { BALANCED } from '../../../shared/domain/age-policy';
import { canonicalPolicy } from '../../../shared/domain/canonical-policy';
import { policyProblem } from '../../../shared/domain/policy-problem';
import { incidentPolicy, OFF, PCI_HELPER, PRESETS, STRICT } from '../../../shared/domain/policy-presets';
import { standing } from '../../../shared/domain/standing';
import { err, ok } from '../../../shared/result';
import { anyPolicy, exceptionWith } from '../../support/rules';
import { connectionIdOf, daysAgo, NOW, refNumber, tokenWith } from '../../support/token-records';

describe('the fields of the editor', () => {
  test('say every policy whole: what is read from them is what they were filled with', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const read = readTyped(typedFrom(policy), NOW);
        expect(read.ok && canonicalPolicy(read.value)).toBe(canonicalPolicy(policy));
      }),
    );
    for (const policy of [...PRESETS, incidentPolicy(NOW), { ...PCI_HELPER, riskAnalysis: 'RA-7' }])
      expect(readTyped(typedFrom(policy), NOW)).toEqual(ok(policy));
  });

  test.each([
    [{ name: ' ' }, 'Give the policy a name.'],
    [{ all: '0' }, 'Admin: whole days from 1 to 36,500, or nothing.'],
    [{ unused: '1.5' }, 'Unused for: whole days from 1 to 36,500, or nothing.'],
    [{ status: '99999' }, 'Status: whole days from 1 to 36,500, or nothing.'],
    [{ warnings: '30, soon' }, 'Warnings: up to ten numbers of days from 1 to 365, such as 30, 15, 7, 1.'],
    [{ isIncident: true }, 'Say the date and the time of the incident, in UTC.'],
    [
      { isIncident: true, createdBefore: '2027-01-01T00:00' },
      'The moment lies in the future; an incident is about what was created before now.',
    ],
  ])('say what is missing: %o', (part, sentence) => {
    expect(readTyped({ ...typedFrom(BALANCED), ...part }, NOW)).toEqual(err(sentence));
  });

  test('an empty limit is none, and warnings are read in any order', () => {
    const read = readTyped({ ...typedFrom(BALANCED), personal: '', unused: ' ', warnings: '1 30;7, 7' }, NOW);
    const { unusedDays: _none, ...rest } = BALANCED;
    expect(read).toEqual(
      ok({ ...rest, maxAgeDays: { all: 90, 'view-builds': 180, status: 365 }, warnSteps: [30, 7, 1] }),
    );
  });

  test('a preset that is changed loses its name, an incident that gets its moment does not', () => {
    const other = readTyped(changed(typedFrom(STRICT), { unused: '46' }), NOW);
    expect(other.ok && policyProblem(other.value, NOW)).toBeUndefined();
    expect(other).toMatchObject(ok({ name: 'Strict, changed' }));
    expect(changed(typedFrom({ ...STRICT, name: 'Ours' }), { unused: '46' }).name).toBe('Ours');
    expect(readTyped(changed(typedIncident(), { createdBefore: '2026-11-01T08:30' }), NOW)).toEqual(
      ok(incidentPolicy(Date.UTC(2026, 10, 1, 8, 30))),
    );
    expect(readTyped(changed(typedFrom(PCI_HELPER), { riskAnalysis: ' RA-7 ' }), NOW)).toEqual(
      ok({ ...PCI_HELPER, riskAnalysis: 'RA-7' }),
    );
  });
});

describe('a policy in words', () => {
  test('says its limits, and what it does not limit', () => {
    expect(policySentences(BALANCED)).toEqual([
      'Due by age: Admin after 90 days, Read Only after 180 days, Status after 365 days, personal after 90 days.',
      'Due as well after 90 days without use.',
      'A token of unknown age is due 30 days after Rekey first saw it.',
      'After a rotation old tokens live on for 24 hours.',
      'Warnings 30, 15, 7, 1 days before.',
      'No exception lasts longer than 365 days.',
    ]);
    expect(policySentences(OFF)[0]).toBe('No token is due by its age.');
    expect(policySentences(incidentPolicy(NOW)).slice(0, 2)).toEqual([
      'Due is everything created before 2026-11-24 12:00 UTC, unknown age included.',
      'After a rotation old tokens do not wait.',
    ]);
  });

  test('says what a risk analysis is wanted for, and never that anything is complied with', () => {
    expect(policySentences(PCI_HELPER).at(-1)).toBe(
      'No risk analysis is named: no report will say “meets policy”.',
    );
    expect(policySentences({ ...PCI_HELPER, riskAnalysis: 'RA-7' }).at(-1)).toBe(
      'Rests on the risk analysis RA-7.',
    );
  });
});

test('a preview says what is due now, what would be, and what changes', () => {
  const none = { newlyDue: 0, noLongerDue: 0, stillDue: 0 };
  const preview = {
    admin: { newlyDue: 1_000, noLongerDue: 1, stillDue: 36 },
    'read-only': none,
    status: { ...none, newlyDue: 5 },
    personal: none,
    other: none,
  };
  expect(previewSentence(preview)).toBe('37 due now, 1,041 under this policy: 1,036 Admin, 5 Status.');
  expect(changeSentence(preview)).toBe('1,005 become due, 1 stops being due.');
  const nothing = { ...preview, admin: none, status: none };
  expect(previewSentence(nothing)).toBe('0 due now, 0 under this policy.');
  expect(changeSentence(nothing)).toBe('No token’s state changes to due, or from it.');
});

describe('an exception', () => {
  const connections = [{ id: connectionIdOf(1), name: 'acme' }];

  test.each([
    [{ kind: 'token' as const, ref: refNumber(1), label: 'a\u202eb' }, 'a\\u202eb'],
    [{ kind: 'token' as const, ref: refNumber(1), label: '' }, '(no label)'],
    [
      {
        kind: 'filter' as const,
        filter: { kind: 'project' as const, scopes: ['all', 'status'] as const, label: 'bot', owner: '' },
      },
      'Project tokens, Admin or Status, label with “bot”, no owner known',
    ],
    [
      { kind: 'filter' as const, filter: { connection: connectionIdOf(1), project: 'api', owner: 'roy' } },
      'All tokens, project with “api”, owner with “roy”, in acme',
    ],
    [
      { kind: 'filter' as const, filter: { connection: connectionIdOf(2) } },
      'All tokens, of a connection that is gone',
    ],
  ])('says whom it is for: %o', (subject, words) => {
    expect(subjectWords(subject, connections)).toBe(words);
  });

  const subject = { kind: 'token' as const, ref: refNumber(1), label: 'deploy bot' };
  const typed = { owner: ' m.roy ', approver: 'a.lin', reason: 'pinned', until: '2026-12-24' };

  test('ends when its last day begins, in UTC', () => {
    expect(readException(typed, subject, STRICT, NOW)).toEqual(
      ok({ subject, owner: 'm.roy', approver: 'a.lin', reason: 'pinned', until: Date.UTC(2026, 11, 24) }),
    );
  });

  test.each([
    [{ owner: '' }, BALANCED, 'Nothing was granted. Say who answers for these tokens.'],
    [{ approver: ' ' }, BALANCED, 'Nothing was granted. Say who approved it.'],
    [{ reason: 'x' }, BALANCED, 'Nothing was granted. Say why, in a few words.'],
    [{ until: '' }, BALANCED, 'Nothing was granted. Say on which day it ends.'],
    [{ until: '2026-11-24' }, BALANCED, 'Nothing was changed. The end lies in the past.'],
    [{ until: '2026-12-25' }, STRICT, 'Nothing was granted. The policy in force allows 30 days at most.'],
    [{}, incidentPolicy(NOW), 'Nothing was granted. The policy in force knows no exception.'],
  ])('is refused in words: %o', (part, policy, sentence) => {
    expect(readException({ ...typed, ...part }, subject, policy, NOW)).toEqual(err(sentence));
  });

  test('is named in the verdict on a token, with its owner, its approver and its end under the policy', () => {
    const token = tokenWith({ createdAt: daysAgo(412) });
    const rules = { policy: STRICT, exceptions: [exceptionWith({ until: NOW + 400 * 24 * 3_600_000 })] };
    expect(verdictWords(token, standing(token, rules, NOW), rules, NOW)).toBe(
      'Admin, 412 days old; an exception stands until 2026-12-23 12:00 UTC, owned by m.roy, approved by a.lin; due on 2026-12-23',
    );
  });
});

test('a file that was not chosen is no trouble, and any other failure says first that nothing was changed', () => {
  expect(fileFailureSentence({ kind: 'declined' })).toBeUndefined();
  for (const kind of ['disk', 'too-large', 'not-a-policy', 'other-version', 'ledger'] as const)
    expect(fileFailureSentence({ kind })).toMatch(/^Nothing was changed\. ./);
  expect(fileFailureSentence({ kind: 'impossible', fields: ['policy.unusedDays'] })).toMatch(
    /^Nothing was changed\. .*policy\.unusedDays\.$/,
  );
});
