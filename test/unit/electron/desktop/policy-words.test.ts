import { expect, test } from 'vitest';

import { wordsFor } from '../../../../electron/desktop/native-dialogs';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { TokenRecord } from '../../../../shared/domain/token';
import { connectionIdOf, slugOf } from '../../../support/token-records';

const EXCEPTION = {
  kind: 'grant-exception',
  subject: { kind: 'filter', filter: { scopes: ['all', 'status'], label: 'bot' } },
  covers: 312,
  known: 1_204,
  loosened: { noLongerDue: 40, dueLater: 200 },
  owner: 'm.roy',
  approver: 'a.lin',
  until: Date.UTC(2026, 11, 14),
} as const satisfies NativeQuestion;

test('X14: the question before a looser policy names both policies, what is let off, and in what it allows more', () => {
  const asked = wordsFor({
    kind: 'loosen-policy',
    name: 'Yearly',
    before: 'Balanced',
    looser: ['all', 'unused'],
    loosened: { noLongerDue: 37, dueLater: 1 },
  });
  expect(asked.message).toBe('Apply “Yearly” in place of “Balanced”?');
  expect(asked.detail).toBe(
    [
      '37 tokens that are due now would no longer be due.',
      '1 token would be due later than now, or never.',
      'It allows more in: age of Admin tokens, time without use.',
      'Nothing is changed at CircleCI, and another policy can be applied at any time.',
    ].join('\n'),
  );
  expect(asked.button).toBe('Apply “Yearly”');
});

test('X14: the question before an exception of a filter names the filter, how many fit and how many of them are due', () => {
  const { message, detail, button } = wordsFor(EXCEPTION);
  expect(message).toBe('Grant an exception for 312 tokens?');
  expect(detail).toContain('It is for all that fit: Admin or Status, label with “bot”.');
  expect(detail).toContain('40 tokens that are due now would no longer be due. Until 2026-12-14 00:00 UTC');
  expect(detail).not.toContain('leaves no token out');
  expect(button).toBe('Except 312 tokens');
});

test('X14: an exception whose filter leaves no token out says so', () => {
  const { message, detail } = wordsFor({ ...EXCEPTION, covers: 1_204 });
  expect(message).toBe('Grant an exception for every token that Rekey knows (1204)?');
  expect(detail).toContain('The filter leaves no token out.');
});

test('X14: the question before an exception of one token shows its label whole, with all that would hide in it', () => {
  const token = { label: 'deploy\u202ebot', kind: 'project', scope: 'all', connection: 'acme' } as const;
  const subject = { kind: 'token', token } as const;
  const one = { ...EXCEPTION, subject, covers: 1, loosened: { noLongerDue: 1, dueLater: 0 } };
  expect(wordsFor(one).message).toBe(String.raw`Grant an exception for “deploy\u{202e}bot”?`);
  expect(wordsFor(one).detail).toContain('It is due now, and would no longer be.');
  expect(wordsFor({ ...one, subject: { kind: 'token' }, covers: 0 }).message).toBe(
    'Grant an exception for a token that Rekey does not know?',
  );
});

test('X14: the question before an exception tells tokens of one label apart, and which connection is meant', () => {
  const facts = { label: 'deploy bot', scope: 'all', connection: 'acme\u202e' } as const;
  const asked = (token: Pick<TokenRecord, 'kind' | 'project' | 'projectName'>) =>
    wordsFor({ ...EXCEPTION, subject: { kind: 'token', token: { ...facts, ...token } }, covers: 1 }).detail;
  expect(asked({ kind: 'project', project: slugOf('gh/acme/api') })).toContain(
    String.raw`It is a project token, Admin, of gh/acme/api, in “acme\u{202e}”.`,
  );
  expect(asked({ kind: 'project', project: slugOf('circleci/1/2'), projectName: 'reports' })).toContain(
    'Admin, of circleci/reports (circleci/1/2), in',
  );
  expect(asked({ kind: 'personal' })).toContain(
    String.raw`It is a personal token, Admin, in “acme\u{202e}”.`,
  );
  const subject = { kind: 'filter', filter: { kind: 'project', connection: connectionIdOf(1) } } as const;
  expect(wordsFor({ ...EXCEPTION, subject: { ...subject, connection: 'acme' } }).detail).toContain(
    'It is for all that fit: project tokens, in “acme”.',
  );
  expect(wordsFor({ ...EXCEPTION, subject }).detail).toContain(
    'project tokens, in a connection that is gone.',
  );
});
