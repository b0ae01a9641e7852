import { crc32 } from 'node:zlib';

/** A named part of a PNG. */
export interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** The parts of a PNG, its signature left out: each has its length, its name, its data and a checksum. */
export function chunksOf(bytes: Buffer): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    found.push({ name: bytes.toString('latin1', at + 4, at + 8), data });
    at += length + 12;
  }
  return found;
}

export function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** The bytes of all rows, each of which was written as its difference to what is left of it, above it, or both. */
export function unfiltered(filtered: Buffer, bytesInRow: number, bytesInPixel: number): Buffer {
  const height = filtered.length / (bytesInRow + 1);
  const bytes = Buffer.alloc(bytesInRow * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (bytesInRow + 1)] ?? 0;
    for (let column = 0; column < bytesInRow; column += 1) {
      const at = row * bytesInRow + column;
      const isFirst = column < bytesInPixel;
      const left = isFirst ? 0 : (bytes[at - bytesInPixel] ?? 0);
      const above = bytes[at - bytesInRow] ?? 0;
      const corner = isFirst ? 0 : (bytes[at - bytesInRow - bytesInPixel] ?? 0);
      bytes[at] = (filtered[at + row + 1] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toAbove, toCorner] = [above - corner, left - corner, left + above - 2 * corner].map(
    Math.abs,
  );
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
