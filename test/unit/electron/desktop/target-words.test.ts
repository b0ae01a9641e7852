import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { askNatively, wordsFor } from '../../../../electron/desktop/native-dialogs';
import { isPlainText } from '../../../../shared/domain/plain-text';
import { targetDraft } from '../../../../shared/ipc/target-schema';
import { commandDraft, folderDraft, RECIPIENTS, targetIdOf } from '../../../support/delivery-targets';

const asks = (draft: typeof commandDraft | typeof folderDraft) => wordsFor({ kind: 'save-target', draft });
const withArgs = (...args: readonly string[]) =>
  wordsFor({ kind: 'save-target', draft: { ...commandDraft, args } }).detail;

describe('X14: the question before a command is kept', () => {
  test('shows the program and each argument in quotes, and says that it gets token values', () => {
    const { message, detail, button } = asks(commandDraft);
    expect(message).toBe('Let Rekey give token values to the command “1Password”?');
    expect(detail).toContain('\n"/usr/bin/op"\n');
    expect(detail).toContain('\n"document" "edit" "circleci {label}" "-"\n');
    expect(detail).toContain('gives it the value of the new token');
    expect(detail).toContain('ended after 30 s');
    expect(button).toBe('Keep it');
  });

  test('says so when there are no arguments', () => {
    expect(withArgs()).toContain('It gets no arguments.');
  });

  test('names what it takes the place of', () => {
    const draft = { ...commandDraft, id: targetIdOf(1) };
    const { detail, button } = wordsFor({ kind: 'save-target', draft, replaces: 'vault' });
    expect(detail).toContain('It takes the place of “vault”.');
    expect(button).toBe('Keep the change');
  });

  test.each([
    ['a quote that would begin another argument', 'a" "b', String.raw`"a\" \"b"`],
    ['an empty argument', '', '""'],
    ['a line end', 'a\nIt gets no arguments.', String.raw`"a\nIt gets no arguments."`],
    ['a terminal’s escape', '\u001b[2J', String.raw`"\u001b[2J"`],
    ['a turn of the direction of reading', 'a\u202eb', String.raw`"a\u{202e}b"`],
    ['a space of no width', 'a\u200bb', String.raw`"a\u{200b}b"`],
    ['a space that does not break', 'a\u00a0b', String.raw`"a\u{a0}b"`],
    ['a letter that looks like nothing', 'a\u3164b', String.raw`"a\u{3164}b"`],
    ['a line separator', 'a\u2028b', String.raw`"a\u{2028}b"`],
    ['half of a character', 'a\ud800b', String.raw`"a\ud800b"`],
    ['letters of another script', 'clé-鍵', '"clé-鍵"'],
  ])('spells %s out', (_what, argument, shown) => {
    expect(withArgs(argument)).toContain(`\n${shown}\n`);
  });

  test('never holds a character that cannot be seen, whatever is in the draft', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
        (name, executable, args) => {
          const draft = { ...commandDraft, name, executable, args };
          const { message, detail } = wordsFor({ kind: 'save-target', draft, replaces: name });
          expect(isPlainText(message)).toBe(true);
          expect(detail.split('\n').every(isPlainText)).toBe(true);
          expect(detail.split('\n')).toHaveLength(args.length === 0 ? 5 : 6);
        },
      ),
    );
  });

  test('stays short enough for a screen, whatever the page may send', () => {
    const draft = {
      ...commandDraft,
      name: 'n'.repeat(80),
      executable: `/${'e'.repeat(999)}`,
      args: Array.from({ length: 50 }, () => 'a'.repeat(40)),
    };
    expect(targetDraft.safeParse(draft).success).toBe(true);
    expect(wordsFor({ kind: 'save-target', draft }).detail.length).toBeLessThan(3_500);
  });
});

test('X14: the question before a folder is kept shows the folder and every recipient', () => {
  const { message, detail } = asks(folderDraft);
  expect(message).toBe('Let Rekey write encrypted token values to the folder “Handover”?');
  expect(detail.split('\n').slice(1)).toEqual([
    '"/home/m.roy/handover"',
    'Whoever has the key of one of these age recipients can read it:',
    ...RECIPIENTS,
  ]);
});

test('X14: to cancel is the default, and what closing the dialog means', async () => {
  const asked: unknown[] = [];
  const dialog = {
    showMessageBox: (options: unknown) => {
      asked.push(options);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    },
  };
  const question = { kind: 'save-target', draft: commandDraft } as const;
  expect(await askNatively(dialog as never, undefined, question)).toBe(false);
  expect(asked).toEqual([
    expect.objectContaining({ buttons: ['Cancel', 'Keep it'], defaultId: 0, cancelId: 0 }),
  ]);
});
