/** Twenty recipients take a tenth of this. */
const MOST_BYTES = 65_536;

/** The version, one stanza or more (arguments, whole lines of 64, a shorter last one), and the closing line with its code. */
const HEADER =
  /^age-encryption\.org\/v1\n((?:-> [!-~]+(?: [!-~]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)+)--- [A-Za-z0-9+/]{43}\n/;

/** How many recipients an age file is encrypted to; `undefined` where it does not begin as an age file does. */
export function recipientCount(file: Uint8Array): number | undefined {
  const text = Buffer.from(file.subarray(0, MOST_BYTES)).toString('latin1');
  return HEADER.exec(text)?.[1]?.match(/^-> /gm)?.length;
}
