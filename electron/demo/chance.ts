/** A stream of chance that is the same for the same seed. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number in [from, to]. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** True with the probability given. */
  readonly happens: (probability: number) => boolean;
  readonly hex: (length: number) => string;
  readonly uuid: () => string;
}

const DIGITS = '0123456789abcdef';

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;

  // Mulberry32: a public-domain generator; good enough to look like an organisation.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const hex = (length: number) => {
    let digits = '';
    for (let at = 0; at < length; at += 1) digits += DIGITS[Math.floor(next() * DIGITS.length)] ?? '';
    return digits;
  };

  return {
    next,
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    happens: (probability) => next() < probability,
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
