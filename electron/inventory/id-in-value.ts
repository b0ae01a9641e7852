import type { SecretValue } from '../credentials/secret-value';

const PREFIXED = /^CCI(?:PAT|PRJ)_([1-9A-HJ-NP-Za-km-z]{21,22})_[0-9a-f]{40}$/i;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * The UUID that the middle part of a value since July 2023 decodes to, in lower case. That it is the token's own id is
 * inferred from public samples: a match means something, a mismatch means nothing.
 */
export function idInValue(value: SecretValue): string | undefined {
  const middle = PREFIXED.exec(value.reveal())?.[1];
  if (middle === undefined) return undefined;
  let number = 0n;
  for (const character of middle) number = number * 58n + BigInt(ALPHABET.indexOf(character));
  const hex = number.toString(16).padStart(32, '0');
  if (hex.length !== 32) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
