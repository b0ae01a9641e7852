import fc from 'fast-check';
import { expect, test } from 'vitest';

import { countdownWord } from '../../../renderer/words/date-words';
import { NOW } from '../../support/token-records';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [0, undefined],
  [1, '1 min'],
  [MINUTE, '1 min'],
  [59 * MINUTE + 1, '1 h 0 min'],
  [24 * HOUR - 1, '1 d 0 h'],
  [23 * HOUR + 12 * MINUTE, '23 h 12 min'],
  [52 * HOUR, '2 d 4 h'],
] as const)('%d ms before its end an overlap reads as %s', (left, word) => {
  expect(countdownWord(NOW + left, NOW)).toBe(word);
});

test('no countdown ever shows sixty minutes or twenty-four hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 * 24 * HOUR }), (left) => {
      expect(countdownWord(NOW + left, NOW)).not.toMatch(/\b(?:60 min|24 h)\b/);
    }),
  );
});
