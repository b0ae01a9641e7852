/** How the bytes of a file make a text; `binary`: they make none. */
export type FileEncoding = 'bytes' | 'utf-16le' | 'utf-16be' | 'binary';

/** So many bytes tell. */
export const TELLING_BYTES = 4_096;

/** What is packed holds text that nobody sees before it is unpacked, also where it has no zero by chance. */
const PACKED: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
];

/** Tells by the first bytes of a file, of which `head` has at least `TELLING_BYTES` unless it is shorter. */
export function encodingOf(head: Uint8Array): FileEncoding {
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (PACKED.some(begins)) return 'binary';
  // The mark of UTF-32 begins like that of UTF-16.
  if (begins([0xff, 0xfe, 0, 0]) || begins([0, 0, 0xfe, 0xff])) return 'binary';
  if (begins([0xff, 0xfe])) return 'utf-16le';
  if (begins([0xfe, 0xff])) return 'utf-16be';
  const [even, odd] = zeros(head);
  if (even === 0 && odd === 0) return 'bytes';
  // In UTF-16 most letters of a text with tokens in it are ASCII: one of their two bytes is nothing, always the same one.
  const isText = Math.max(even, odd) >= head.length / 8 && Math.min(even, odd) === 0;
  if (!isText) return 'binary';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function zeros(head: Uint8Array): readonly [number, number] {
  const counts: [number, number] = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) counts[index % 2 === 0 ? 0 : 1] += 1;
  return counts;
}
