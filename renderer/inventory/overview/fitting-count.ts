import { countWord } from '../../words/count-words';

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 2 });

/** About how wide a digit is at 11 px, in pixels. */
const DIGIT_WIDTH = 6.8;

/** A count as it stands at a bar: whole where there is room, else as `4.8K`. The whole one is in the bar's words. */
export function fittingCount(count: number, room: number): string {
  const whole = countWord(count);
  return whole.length * DIGIT_WIDTH <= room ? whole : short.format(count);
}
