import { SecretValue } from '../credentials/secret-value';

const PREFIXED = /^(CCIPAT|CCIPRJ)_/i;
/** Base58 of the UUID that is all zeros, which no version of UUID makes. */
const NO_ID = '1'.repeat(22);
const FRESH_DIGITS = 16;
const LEGACY_LENGTH = 40;

/** The forms that a host can tell apart: by prefix, or by length where there is none. */
export function formOf(value: SecretValue): string {
  const plain = value.reveal();
  return PREFIXED.exec(plain)?.[1] ?? `bare-${String(plain.length)}`;
}

/**
 * A made-up value of the same form as `value`: the same prefix and length, the id of all zeros, a body of zeros that ends in
 * sixteen fresh hex digits, so that no cache has seen it. Nothing of it comes from `value`. A real value begins so by chance
 * once in 16^24.
 */
export function fabricatedValue(value: SecretValue, random: () => number): SecretValue {
  const plain = value.reveal();
  const prefix = PREFIXED.exec(plain)?.[1];
  const length = prefix === undefined ? plain.length : LEGACY_LENGTH;
  const body = freshDigits(random).padStart(Math.max(length, FRESH_DIGITS), '0');
  return new SecretValue(prefix === undefined ? body : [prefix, NO_ID, body].join('_'));
}

function freshDigits(random: () => number): string {
  return Array.from({ length: FRESH_DIGITS }, () => Math.floor(random() * 16).toString(16)).join('');
}
