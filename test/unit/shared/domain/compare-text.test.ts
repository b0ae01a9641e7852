import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { foldText, isTypedAs } from '../../../../shared/domain/compare-text';
import { isIn } from '../../../../shared/domain/token-filter';
import { tokenWith } from '../../../support/token-records';

const COMPOSED = 'Caf\u00e9 12';
const DECOMPOSED = 'Cafe\u0301 12';

describe('what a person typed', () => {
  test.each([
    [COMPOSED, DECOMPOSED],
    [DECOMPOSED, COMPOSED],
    ['Café 12', 'Ca\u200bfé 12'],
    ['Ca\u200bfé 12', 'Café 12'],
    ['\ufeffCafé\u00a012 ', 'Café 12'],
    ['  Café   12', 'Café 12'],
    ['Sto\u00adre 3', 'Store 3'],
    ['가 1', '\u1100\u1161 1'],
  ])('%j is %j as it is seen', (typed, wanted) => {
    expect(isTypedAs(typed, wanted)).toBe(true);
  });

  test.each([
    ['Cafe 12', COMPOSED],
    ['café 12', COMPOSED],
    ['Café 1 2', COMPOSED],
    ['Café 13', COMPOSED],
    ['', COMPOSED],
    ['Ｃafé 12', COMPOSED],
    ['Саfé 12', COMPOSED],
  ])('%j is not %j', (typed, wanted) => {
    expect(isTypedAs(typed, wanted)).toBe(false);
  });
});

test('a search finds a text however its letters were put together', () => {
  const token = tokenWith({ label: `${DECOMPOSED} de\u200bploy`, owner: { name: COMPOSED, source: 'self' } });
  expect(isIn(token, { label: COMPOSED })).toBe(true);
  expect(isIn(token, { label: 'DEPLOY' })).toBe(true);
  expect(isIn(token, { owner: DECOMPOSED.toLowerCase() })).toBe(true);
});

test('folding is the same for every spelling of a text, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});
