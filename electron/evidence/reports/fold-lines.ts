const MOST_OCTETS = 75;
const FOLD = '\r\n\t';
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Folds the lines of an iCalendar file at 75 octets (RFC 5545, 3.1), never inside a character as people see it, unless one
 * alone is longer. The library counts UTF-16 units instead, and cuts characters in two.
 */
export const foldLines = (text: string): string =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');

function folded(line: string): string {
  if (octets(line) <= MOST_OCTETS) return line;
  let [whole, length] = ['', 0];
  const add = (piece: string) => {
    const more = octets(piece);
    if (length + more > MOST_OCTETS) {
      whole += FOLD;
      // The blank that begins a folded line counts.
      length = 1;
    }
    whole += piece;
    length += more;
  };
  for (const { segment } of CHARACTERS.segment(line)) {
    if (octets(segment) < MOST_OCTETS) add(segment);
    else for (const point of segment) add(point);
  }
  return whole;
}

const octets = (text: string): number => Buffer.byteLength(text, 'utf8');
