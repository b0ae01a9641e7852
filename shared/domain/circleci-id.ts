const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** 128 bits are 22 digits of base58; 21 or 20 where the number is small. */
const SHORT = /^[1-9A-HJ-NP-Za-km-z]{20,22}$/;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const HEX_DIGITS = 32;
const SHORT_DIGITS = 22;

/** The UUID that a short id of CircleCI (base58) stands for, in lower case; `undefined` where the text is no such id. */
export function uuidOfShortId(short: string): string | undefined {
  if (!SHORT.test(short)) return undefined;
  let number = 0n;
  for (const character of short) number = number * 58n + BigInt(ALPHABET.indexOf(character));
  const hex = number.toString(16).padStart(HEX_DIGITS, '0');
  if (hex.length !== HEX_DIGITS) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The short spelling of a UUID, always of 22 digits; `undefined` where the text is no UUID. */
export function shortIdOfUuid(uuid: string): string | undefined {
  if (!UUID.test(uuid)) return undefined;
  let number = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let digits = '';
  while (number > 0n) {
    digits = (ALPHABET[Number(number % 58n)] ?? '') + digits;
    number /= 58n;
  }
  return digits.padStart(SHORT_DIGITS, '1');
}

/** The UUID that a text names, in lower case, in whichever of its spellings; `undefined` where it names none. */
export const uuidOf = (text: string): string | undefined =>
  UUID.test(text) ? text.toLowerCase() : uuidOfShortId(text);

/** One spelling for each id: a UUID in lower case where the text is one, and else the text itself. */
export const canonicalId = (text: string): string => uuidOf(text) ?? text;
