const number = new Intl.NumberFormat('en-US');

/** A count as people read it: `1,204`. */
export const countWord = (count: number): string => number.format(count);

/** A count with its noun: `1 token`, `14 tokens`, `1 entry`, `2 entries`. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${countWord(count)} ${count === 1 ? noun : many}`;
