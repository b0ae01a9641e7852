/** A line of a text, counted from 1; without its text where it is longer than any sound line is. */
export interface Line {
  readonly number: number;
  readonly text?: string;
}

const LONGEST = 1_024 * 1_024;

/** Cuts a text that comes in pieces into its lines, whatever ends them. A line end at the end begins no further line. */
export async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let rest = '';
  let isTooLong = false;
  const lineOf = (text: string): Line => {
    number += 1;
    const whole = isTooLong || text.length > LONGEST ? { number } : { number, text };
    isTooLong = false;
    return whole;
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    // A carriage return at the end may be half of a line end.
    const held = text.endsWith('\r') ? 1 : 0;
    const parts = text.slice(0, text.length - held).split(/\r\n|\n|\r/);
    rest = (parts.pop() ?? '') + text.slice(text.length - held);
    const lines = parts.map(lineOf);
    if (rest.length > LONGEST) {
      isTooLong = true;
      rest = '';
    }
    yield lines;
  }
  const last = rest.replace(/\r$/, '');
  if (last !== '' || isTooLong) yield [lineOf(last)];
}
