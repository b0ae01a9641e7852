import { describe, expect, test } from 'vitest';

import { readCommand, readFolder } from '../../../renderer/settings/typed-target';
import { targetFailureSentence, whatItDoes } from '../../../renderer/settings/target-words';
import { targetDraft } from '../../../shared/ipc/target-schema';
import { commandDraft, folderDraft, RECIPIENTS, targetIdOf } from '../../support/delivery-targets';

const command = {
  id: undefined,
  name: ' 1Password ',
  path: '/usr/bin/op',
  lines: 'document\nedit\ncircleci {label}\n\n-\n',
  seconds: '30',
};
const folder = { id: undefined, name: 'Handover', path: folderDraft.folder, lines: RECIPIENTS.join('\n') };

describe('what was typed for a command', () => {
  test('becomes what main takes: an argument a line, without the empty ones', () => {
    const read = readCommand(command);
    expect(read).toEqual({ ok: true, value: commandDraft });
    expect(targetDraft.safeParse(read.ok && read.value).success).toBe(true);
  });

  test('keeps the id of the one that is changed, and the spaces in an argument', () => {
    const id = targetIdOf(1);
    const read = readCommand({ ...command, id, lines: '  two words ' });
    expect(read).toEqual({ ok: true, value: { ...commandDraft, id, args: ['  two words '] } });
  });

  test.each([
    ['no program', { path: undefined }, /^Choose the program/],
    ['no name', { name: ' ' }, /^Give it a name/],
    ['a name that turns the direction of reading', { name: 'op\u202e' }, /^The name holds/],
    ['a path with a line end', { path: '/usr/bin/op\n' }, /^Its path holds/],
    ['a path without an end', { path: `/${'a'.repeat(1_000)}` }, /more than 1,000 characters/],
    ['a tab', { lines: 'item\n\n\tedit' }, /^Line 3 of the arguments/],
    ['a long argument', { lines: `a\n${'a'.repeat(1_001)}` }, /^Line 2 of the arguments has more than 1,000/],
    ['too many arguments', { lines: 'a\n'.repeat(51) }, /50 arguments at most; these are 51/],
    ['too much to show', { lines: `${'a'.repeat(900)}\n`.repeat(3) }, /2,700 characters together; 2,000/],
    ['no time-out', { seconds: '' }, /from 1 to 600/],
    ['a time-out of half a second', { seconds: '0.5' }, /from 1 to 600/],
    ['a time-out of an hour', { seconds: '3600' }, /from 1 to 600/],
  ])('with %s is told apart by a sentence', (_what, typed, sentence) => {
    expect(readCommand({ ...command, ...typed })).toEqual({
      ok: false,
      error: expect.stringMatching(sentence) as string,
    });
  });
});

describe('what was typed for a folder', () => {
  test('becomes what main takes: each recipient once, without the spaces around it', () => {
    const read = readFolder({ ...folder, lines: ` ${RECIPIENTS[0]} \n\n${RECIPIENTS[1]}\n${RECIPIENTS[0]}` });
    expect(read).toEqual({ ok: true, value: folderDraft });
  });

  test.each([
    ['no folder', { path: undefined }, /^Choose the folder/],
    ['no recipient', { lines: '\n \n' }, /^Give at least one age recipient/],
    [
      'a slip of the keyboard',
      { lines: `${RECIPIENTS[0]}\n${RECIPIENTS[1]}x` },
      /^Line 2 .* no age recipient/,
    ],
    ['an SSH key', { lines: 'ssh-ed25519 AAAA' }, /^Line 1 .* is an SSH key/],
  ])('with %s is told apart by a sentence', (_what, typed, sentence) => {
    expect(readFolder({ ...folder, ...typed })).toEqual({
      ok: false,
      error: expect.stringMatching(sentence) as string,
    });
  });

  test('with a secret key is told so, without showing the key again', () => {
    const read = readFolder({ ...folder, lines: `\nAGE-SECRET-KEY-1${'Q'.repeat(58)}` });
    expect(read).toEqual({
      ok: false,
      error:
        'Line 2 of the recipients is a secret key. Take it out: Rekey needs the public one, which begins with age1.',
    });
  });
});

test('the list shows what a command runs, with its spaces in quotes, and where a folder is', () => {
  expect(whatItDoes({ ...commandDraft, id: targetIdOf(1) })).toBe(
    '/usr/bin/op document edit "circleci {label}" -',
  );
  expect(whatItDoes({ ...folderDraft, id: targetIdOf(2) })).toBe('/home/m.roy/handover');
});

test('a failure says first what is safe', () => {
  expect(targetFailureSentence({ kind: 'declined' })).toBe('You declined, so nothing was kept.');
  expect(targetFailureSentence({ kind: 'in-use' })).toContain('a run that is not finished');
});
