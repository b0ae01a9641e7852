import fc from 'fast-check';
import { expect, test } from 'vitest';

import { safeText } from '../../../../electron/evidence/safe-fact';
import { scrub } from '../../../../shared/domain/ledger-entry';
import { anyTokenValue } from '../../../support/token-texts';

const UNSEEN = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufe0f',
  '\u3164',
  '\u0000',
  '\u009b',
  '\u202e',
];
const anyUnseen = fc.constantFrom(...UNSEEN);
const seen = (text: string) => UNSEEN.reduce((rest, one) => rest.replaceAll(one, ''), text);

test('a token is taken out though characters that show nothing stand in it, before it or behind it', () => {
  fc.assert(
    fc.property(
      anyTokenValue,
      anyUnseen,
      fc.nat(90),
      fc.constantFrom('', 'a', '0'),
      (value, unseen, at, digit) => {
        const split = value.slice(0, at) + unseen + value.slice(at);
        for (const text of [split, `${digit}${unseen}${value}`, `${value}${unseen}${digit}`]) {
          expect(seen(scrub(text))).not.toContain(value);
          expect(seen(safeText(text))).not.toContain(value);
        }
      },
    ),
  );
});

test('a text without a token stays as it is, with what shows nothing in it', () => {
  for (const text of ['👩\u200d💻 ❤\ufe0f', 'co\u00adop', 'two\nlines', '']) expect(scrub(text)).toBe(text);
});
