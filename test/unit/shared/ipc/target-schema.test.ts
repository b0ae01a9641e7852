import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { COMMAND_RECIPES } from '../../../../shared/domain/command-recipe';
import { isPlainText } from '../../../../shared/domain/plain-text';
import { targetDraft } from '../../../../shared/ipc/target-schema';
import { commandDraft, folderDraft, RECIPIENTS, targetIdOf } from '../../../support/delivery-targets';

const isTaken = (draft: unknown) => targetDraft.safeParse(draft).success;

describe('a target of the expected form is let in', () => {
  test.each([
    ['a new command', commandDraft],
    ['a change of a command', { ...commandDraft, id: targetIdOf(1) }],
    ['a command without arguments', { ...commandDraft, args: [] }],
    ['a command with an empty argument and one of another script', { ...commandDraft, args: ['', 'clé-鍵'] }],
    ['a command of Windows', { ...commandDraft, executable: String.raw`C:\Program Files\op.exe` }],
    ['a command on a share', { ...commandDraft, executable: String.raw`\\server\tools\op.exe` }],
    ['a folder', folderDraft],
  ])('%s', (_what, draft) => {
    expect(targetDraft.parse(draft)).toEqual(draft);
  });

  test.each(COMMAND_RECIPES)('the recipe $name', ({ name, args }) => {
    expect(isTaken({ ...commandDraft, name, args: [...args] })).toBe(true);
  });

  test('its name without the spaces around it', () => {
    expect(targetDraft.parse({ ...commandDraft, name: '  op ' }).name).toBe('op');
  });
});

describe('a target of another form is refused', () => {
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a list', [commandDraft]],
    ['another kind', { ...commandDraft, kind: 'webhook' }],
    ['a property that is not listed', { ...commandDraft, env: { PATH: '/tmp' } }],
    ['the properties of both kinds', { ...commandDraft, folder: '/tmp' }],
    ['a prototype of its own', JSON.parse('{"__proto__":{"kind":"command"}}')],
    ['an id of another form', { ...commandDraft, id: 'to_1' }],
    ['an id that is there without being one', { ...commandDraft, id: undefined }],
    ['a name of spaces', { ...commandDraft, name: '   ' }],
    ['a name of 81 characters', { ...commandDraft, name: 'n'.repeat(81) }],
    ['a name with a line end', { ...commandDraft, name: 'op\nkept' }],
    ['a name that turns the direction of reading', { ...commandDraft, name: 'op\u202etluav' }],
    ['a program by its name alone', { ...commandDraft, executable: 'op' }],
    ['a program beside Rekey', { ...commandDraft, executable: './op' }],
    ['a program at an address', { ...commandDraft, executable: 'https://example.invalid/op' }],
    ['a program with a zero in its path', { ...commandDraft, executable: '/usr/bin/op\0.txt' }],
    ['a program of a drive without a folder', { ...commandDraft, executable: 'C:op.exe' }],
    ['an argument that is no text', { ...commandDraft, args: [1] }],
    ['arguments that are one text', { ...commandDraft, args: 'item edit' }],
    ['an argument with a line end', { ...commandDraft, args: ['a\nb'] }],
    ['an argument with a zero', { ...commandDraft, args: ['a\0b'] }],
    ['an argument with a terminal’s escape', { ...commandDraft, args: ['\u009b2J'] }],
    ['an argument with half of a character', { ...commandDraft, args: ['\ud800'] }],
    ['51 arguments', { ...commandDraft, args: Array.from({ length: 51 }, () => '') }],
    ['an argument of 1,001 characters', { ...commandDraft, args: ['a'.repeat(1_001)] }],
    [
      'arguments that no question could show',
      { ...commandDraft, args: Array.from({ length: 3 }, () => 'a'.repeat(700)) },
    ],
    ['no time-out', { ...commandDraft, timeoutSeconds: undefined }],
    ['a time-out of nothing', { ...commandDraft, timeoutSeconds: 0 }],
    ['a time-out without an end', { ...commandDraft, timeoutSeconds: Infinity }],
    ['a time-out of half a second', { ...commandDraft, timeoutSeconds: 0.5 }],
    ['a time-out in words', { ...commandDraft, timeoutSeconds: '30' }],
    ['a time-out of 601 seconds', { ...commandDraft, timeoutSeconds: 601 }],
    ['a relative folder', { ...folderDraft, folder: 'handover' }],
    ['no recipient', { ...folderDraft, recipients: [] }],
    ['21 recipients', { ...folderDraft, recipients: Array.from({ length: 21 }, () => RECIPIENTS[0]) }],
    ['a recipient with a space', { ...folderDraft, recipients: [`${RECIPIENTS[0]} `] }],
    ['a recipient with a line end', { ...folderDraft, recipients: [`${RECIPIENTS[0]}\n`] }],
    ['a recipient in capitals', { ...folderDraft, recipients: [RECIPIENTS[0].toUpperCase()] }],
    ['a secret key', { ...folderDraft, recipients: [`AGE-SECRET-KEY-1${'Q'.repeat(58)}`] }],
    ['an option for a recipient', { ...folderDraft, recipients: ['-R/etc/passwd'] }],
  ];

  test.each(hostile)('%s', (_what, draft) => {
    expect(isTaken(draft)).toBe(false);
  });

  test('no value whatever makes the schema throw', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.constantFrom(commandDraft, folderDraft),
        (value, draft) => {
          expect(() => targetDraft.safeParse(value)).not.toThrow();
          for (const key of Object.keys(draft)) {
            expect(() => targetDraft.safeParse({ ...draft, [key]: value })).not.toThrow();
          }
        },
      ),
    );
  });

  test('whatever is let in shows all it holds and begins at a root', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (name, end, args) => {
        const executable = `/${end}`;
        const isPlain = [name.trim(), executable, ...args].every(isPlainText) && name.trim() !== '';
        expect(isTaken({ ...commandDraft, name, executable, args })).toBe(isPlain);
        expect(isTaken({ ...commandDraft, executable: end })).toBe(
          isPlainText(end) && /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(end),
        );
      }),
    );
  });
});
