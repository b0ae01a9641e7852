const CHARACTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** 32 bytes are 51 characters and one more bit, which is why the 52nd is `q` or `s`; six of checksum follow. */
const SHAPE = new RegExp(`^age1[${CHARACTERS}]{51}[qs][${CHARACTERS}]{6}$`);

/** The letters of `age`, as bech32 takes them into its checksum: high bits, a zero, low bits. */
const PREFIX = [3, 3, 3, 0, 1, 7, 5];

/** True for a whole X25519 recipient of age: `age1…`, lower case, without a slip of the keyboard. */
export function isAgeRecipient(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const digits = Array.from(text.slice('age1'.length), (character) => CHARACTERS.indexOf(character));
  return checksum([...PREFIX, ...digits]) === 1;
}

function checksum(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => {
    const shifted = ((sum & 0x1ffffff) << 5) ^ digit;
    return GENERATORS.reduce((mixed, by, bit) => ((sum >>> (25 + bit)) & 1 ? mixed ^ by : mixed), shifted);
  }, 1);
}
