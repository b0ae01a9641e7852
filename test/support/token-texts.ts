import fc from 'fast-check';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digits = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''));

const hex = digits('0123456789abcdef', 40);

/** A value of any form that CircleCI has had, made when the test runs. */
export const anyTokenValue: fc.Arbitrary<string> = fc.oneof(
  hex,
  fc
    .tuple(fc.constantFrom('CCIPAT', 'CCIPRJ', 'ccipat', 'ccIprj'), digits(BASE58, 22), hex)
    .map((parts) => parts.join('_')),
);

/** A value of the form of today: the same for the same number. */
export const projectValue = (number: number): string =>
  ['CCIPRJ', 'Ws3kP'.padEnd(22, '7'), number.toString(16).padStart(8, '0').padStart(40, 'a')].join('_');

export const personalValue = (number: number): string => projectValue(number).replace('PRJ', 'PAT');

export const legacyValue = (number: number): string => number.toString(16).padStart(8, '0').padStart(40, 'b');
