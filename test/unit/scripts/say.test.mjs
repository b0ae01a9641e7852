import { spawnSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { lastWords, Stop } from '../../../scripts/say.mjs';

test('an end that was expected is its own sentence and next step', () => {
  expect(lastWords(new Stop('There is no display.', 'start one.'))).toEqual({
    sentence: 'There is no display.',
    nextStep: 'start one.',
  });
});

test.each([
  [new TypeError('x is not a function\nand more'), 'x is not a function'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [new Error(), 'an error without a word'],
])('an end that nobody expected is a sentence and a next step too: %s', (error, cause) => {
  const { sentence, nextStep } = lastWords(error);
  expect(sentence).toBe(`This was not expected: ${cause}`);
  expect(nextStep).toContain('run the same command again');
});

test('no stack is printed but to whoever asks for one, and the script fails', () => {
  const program =
    'import("./scripts/say.mjs").then(({ run }) => run(() => Promise.reject(new Error("unheard of"))))';
  const ended = (environment) =>
    spawnSync(process.execPath, ['-e', program], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  const quiet = ended({ REKEY_STACK: '' });
  expect(quiet.status).toBe(1);
  expect(quiet.stderr).toMatch(/^rekey: This was not expected: unheard of\nrekey: next: .+\n$/);
  expect(ended({ REKEY_STACK: '1' }).stderr).toMatch(/^ +at /m);
});
