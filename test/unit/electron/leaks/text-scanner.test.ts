import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Hit } from '../../../../electron/leaks/plain-scanner';
import { openTextScanner, scanText } from '../../../../electron/leaks/text-scanner';
import { anyTokenValue, legacyValue, personalValue, projectValue } from '../../../support/token-texts';

const readable = (hits: readonly Hit[]) => hits.map(({ value, line }) => [value.reveal(), line]);
const valuesIn = (text: string) => scanText(text).map(({ value }) => value.reveal());
const lowerHex = (value: string) => value.slice(0, -40) + value.slice(-40).toLowerCase();

/** What can stand between tokens: no digits or letters of a word, which would make them part of another. */
const filler = fc
  .array(
    fc.constantFrom(
      ' ',
      '\n',
      '"',
      "'",
      '=',
      ':',
      ',',
      '{',
      '}',
      'é',
      ' circle ',
      'https://x@',
      '.\r\n',
      '-',
    ),
    {
      maxLength: 400,
    },
  )
  .map((parts) => ` ${parts.join('')} `);
const planted = fc.array(fc.tuple(filler, anyTokenValue), { maxLength: 6 });
const cuts = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });

/** Cuts a text into pieces of these lengths, over and over. */
function piecesOf(text: string, lengths: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0, turn = 0; from < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(text.slice(from, from + length));
    from += length;
  }
  return pieces;
}

describe('a token that stands in a text', () => {
  test('is found in its line, whatever is around it and wherever the text is cut', () => {
    fc.assert(
      fc.property(planted, filler, cuts, (parts, end, lengths) => {
        let text = '';
        const wanted: [string, number][] = [];
        for (const [before, value] of parts) {
          text += before;
          wanted.push([lowerHex(value), text.split('\n').length]);
          text += value;
        }
        text += end;
        const scanner = openTextScanner();
        const hits = [...piecesOf(text, lengths).flatMap(scanner.take), ...scanner.end()];
        expect(readable(hits)).toEqual(wanted);
        expect(hits).toEqual(scanText(text));
        expect(hits.map(({ isNearCircle }) => isNearCircle)).toEqual(
          scanText(text).map(({ isNearCircle }) => isNearCircle),
        );
      }),
    );
  });

  test.each([
    ['quotes', (value: string) => `token: "${value}"`],
    ['a line of an environment', (value: string) => `CIRCLE_TOKEN=${value}\nNEXT=1`],
    ['JSON with escaped line breaks', (value: string) => JSON.stringify({ text: `a\n${value}\n` })],
    ['an address', (value: string) => `https://circleci.com/api/v1.1/me?circle-token=${value}&limit=1`],
    ['an encoded address', (value: string) => encodeURIComponent(`token=${value}&x`)],
    ['basic authentication', (value: string) => `https://${value}:@circleci.com`],
    ['nothing', (value: string) => value],
  ])('is found between %s', (_what, around) => {
    for (const value of [projectValue(1), personalValue(2), legacyValue(3)])
      expect(valuesIn(around(value))).toEqual([value]);
  });

  test('is read as CircleCI hands it out, where its hex digits became capitals', () => {
    expect(valuesIn(legacyValue(7).toUpperCase())).toEqual([legacyValue(7)]);
    expect(scanText(projectValue(7).toLowerCase())[0]?.form).toBe('project');
    expect(scanText(personalValue(7).toLowerCase())[0]?.form).toBe('personal');
  });
});

test('what is no token is not taken for one', () => {
  const almost = [
    legacyValue(1).slice(1),
    `${legacyValue(1)}0`,
    `x${legacyValue(1)}`,
    `${projectValue(1)}0`,
    projectValue(1).replace('_', '-'),
    projectValue(1).replace('CCIPRJ', 'CCIXXX'),
    `sha256:${legacyValue(1)}${legacyValue(2)}`,
  ];
  for (const text of almost) expect(valuesIn(` ${text} `), text).toEqual([]);
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      if (!/[0-9a-f]{40}/i.test(text)) expect(scanText(text)).toEqual([]);
    }),
  );
});

test('a word nearby speaks for forty hex digits, however far the line goes on', () => {
  const near = (text: string) => scanText(text).map(({ isNearCircle }) => isNearCircle);
  expect(near(`circleci: ${legacyValue(1)}`)).toEqual([true]);
  expect(near(`${legacyValue(1)} # for CircleCI`)).toEqual([true]);
  expect(near(`commit ${legacyValue(1)}`)).toEqual([false]);
  expect(near(`circleci ${'-'.repeat(200)} ${legacyValue(1)}`)).toEqual([false]);
});
