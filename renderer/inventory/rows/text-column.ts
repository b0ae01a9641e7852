import { foldText } from '../../../shared/domain/compare-text';
import { grown } from './grown';

/** Stands for “not known” wherever rows are ordered: after everything that is known. */
export const LAST = 0xffff_ffff;

/**
 * The texts of one column. Each different text is kept once and has a number; a row has the number. What is asked of all
 * rows (does it contain a word, where does it stand in the alphabet) is asked of the different texts only.
 */
export interface TextColumn {
  readonly get: (row: number) => string;
  readonly set: (row: number, text: string) => void;
  /** By row: the number of its text. Valid until the next `set`. */
  readonly numbers: () => Uint32Array;
  /** By number: the text as it was written. */
  readonly texts: () => readonly string[];
  /** By number: the text as it is compared (`foldText`). */
  readonly lowered: () => readonly string[];
  /** By number: where the text stands among all, in lower case; `LAST` for the empty one. Worked out when asked for. */
  readonly ranks: () => Uint32Array;
}

export function openTextColumn(): TextColumn {
  let numbers = new Uint32Array(64);
  let ranks = new Uint32Array(64);
  /** How many texts, and which in order, the ranks speak of. */
  let sorted: Uint32Array = new Uint32Array(0);
  const texts: string[] = [];
  const lowered: string[] = [];
  const numberOf = new Map<string, number>();

  const numberFor = (text: string): number => {
    const known = numberOf.get(text);
    if (known !== undefined) return known;
    const number = texts.length;
    const lower = foldText(text);
    texts.push(text);
    // The same object where it is the same text: half of the memory, as most slugs have no capitals.
    lowered.push(lower === text ? text : lower);
    numberOf.set(text, number);
    return number;
  };

  return {
    get: (row) => texts[numbers[row] ?? 0] ?? '',
    set: (row, text) => {
      numbers = grown(numbers, row + 1);
      numbers[row] = numberFor(text);
    },
    numbers: () => numbers,
    texts: () => texts,
    lowered: () => lowered,
    ranks: () => {
      if (sorted.length === texts.length) return ranks;
      sorted = withNew(sorted, lowered);
      ranks = grown(ranks, texts.length);
      rankAll(sorted, lowered, ranks);
      return ranks;
    },
  };
}

/** The numbers of all texts in order, of which some already were: new ones are sorted and merged in. */
function withNew(sorted: Uint32Array, lowered: readonly string[]): Uint32Array {
  const fresh = Uint32Array.from(
    { length: lowered.length - sorted.length },
    (_, index) => sorted.length + index,
  );
  const textOf = (number: number | undefined) => (number === undefined ? '' : (lowered[number] ?? ''));
  fresh.sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0));
  const merged = new Uint32Array(lowered.length);
  let [old, young] = [0, 0];
  for (let at = 0; at < merged.length; at += 1) {
    const takesOld =
      young >= fresh.length || (old < sorted.length && textOf(sorted[old]) <= textOf(fresh[young]));
    merged[at] = (takesOld ? sorted[old++] : fresh[young++]) ?? 0;
  }
  return merged;
}

/** Texts that differ in capitals only have the same rank. */
function rankAll(sorted: Uint32Array, lowered: readonly string[], ranks: Uint32Array): void {
  let rank = -1;
  let before: string | undefined;
  for (const number of sorted) {
    const text = lowered[number] ?? '';
    if (text !== before) rank += 1;
    before = text;
    ranks[number] = text === '' ? LAST : rank;
  }
}
