import { deflateSync, inflateSync } from 'node:zlib';

import { chunk, chunksOf, unfiltered } from './png-parts';

const SIGNATURE_BYTES = 8;
const MOST_COLOURS = 256;

/**
 * The same picture with a palette of 256 colours, every other colour shown as the nearest of them: a third of the bytes.
 * Takes what Chromium writes, which has eight bits a channel and is not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const parts = chunksOf(png.subarray(SIGNATURE_BYTES));
  const head = parts.find(({ name }) => name === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const packed = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  const pixels = coloursIn(unfiltered(inflateSync(packed), width * channels, channels), channels);
  const palette = paletteOf(pixels);
  const indexOf = nearestIn(palette);

  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = indexOf(colour);
  });
  const newHead = Buffer.from(head);
  newHead.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [...channelsOf(colour)]));
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk('IHDR', newHead),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each pixel as one number; a window hides what is behind it, so that how transparent a pixel is says nothing. */
function coloursIn(bytes: Buffer, channels: number): Uint32Array {
  return Uint32Array.from({ length: bytes.length / channels }, (_, at) => bytes.readUIntBE(at * channels, 3));
}

const channelsOf = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** So many colours are kept as they are, whatever they are close to: surfaces differ by little. */
const KEPT_EXACTLY = 96;

/** The colours used most, then again and again the one that is worst served: a small red word among much grey stays red. */
function paletteOf(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, a], [, b]) => b - a);
  const palette = byUse.slice(0, KEPT_EXACTLY).map(([colour]) => colour);
  const others = byUse.slice(KEPT_EXACTLY).map(([colour, count]) => ({
    colour,
    weight: Math.sqrt(count),
    off: Math.min(...palette.map((one) => distance(one, colour))),
  }));
  while (palette.length < MOST_COLOURS && others.length > 0) {
    const costs = others.map(({ weight, off }) => weight * off);
    const at = costs.reduce((worst, cost, index) => (cost > (costs[worst] ?? 0) ? index : worst), 0);
    const [worst] = others.splice(at, 1);
    if (worst === undefined) break;
    palette.push(worst.colour);
    for (const other of others) other.off = Math.min(other.off, distance(worst.colour, other.colour));
  }
  return palette;
}

function distance(a: number, b: number): number {
  const [other, own] = [channelsOf(a), channelsOf(b)];
  return other.reduce((sum, value, at) => sum + (value - (own[at] ?? 0)) ** 2, 0);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map((one) => distance(one, colour));
    const nearest = distances.indexOf(Math.min(...distances));
    known.set(colour, nearest);
    return nearest;
  };
}
