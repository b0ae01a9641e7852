import { inflateSync } from 'node:zlib';

import { chunksOf } from './png-parts';

const SIGNATURE_BYTES = 8;
/** A letter that is drawn anew differs in more; what only the palette does to a colour is less than `NOTICED`. */
const MOST_DIFFERENT = 12;
const NOTICED = 24;

/** True where nobody could tell two small pictures apart: they have one size, and nearly all of their pixels agree. */
export function isSamePicture(one: Buffer, other: Buffer): boolean {
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  if (a.width !== b.width || a.colours.length !== b.colours.length) return false;
  let different = 0;
  for (const [at, colour] of a.colours.entries()) if (differs(colour, b.colours[at] ?? 0)) different += 1;
  return different <= MOST_DIFFERENT;
}

/** The colours of a picture that has a palette, and whose rows are written as they are. */
function pixelsOf(png: Buffer): { readonly width: number; readonly colours: Uint32Array } {
  const parts = chunksOf(png.subarray(SIGNATURE_BYTES));
  const dataOf = (wanted: string) => parts.filter(({ name }) => name === wanted).map(({ data }) => data);
  const palette = Buffer.concat(dataOf('PLTE'));
  const width = Buffer.concat(dataOf('IHDR')).readUInt32BE(0);
  const rows = inflateSync(Buffer.concat(dataOf('IDAT')));
  const height = rows.length / (width + 1);
  const colours = Uint32Array.from({ length: width * height }, (_, at) =>
    palette.readUIntBE((rows[at + Math.floor(at / width) + 1] ?? 0) * 3, 3),
  );
  return { width, colours };
}

const differs = (one: number, other: number): boolean =>
  one !== other &&
  [16, 8, 0].some((bits) => Math.abs(((one >> bits) & 255) - ((other >> bits) & 255)) > NOTICED);
