import fc from 'fast-check';
import { expect, test } from 'vitest';

import { recordReader, type CsvRecord } from '../../../../electron/people/csv-records';

/** Reads lines as rows of two cells, and counts how often the text of one is looked at. */
function readLines(texts: readonly (string | undefined)[]) {
  let looks = 0;
  const rows: CsvRecord[] = [];
  const broken: number[] = [];
  const reader = recordReader(',', 2, {
    record: (row) => rows.push(row),
    broken: (line) => broken.push(line),
  });
  for (const [index, text] of texts.entries()) {
    const line = Object.defineProperty({ number: index + 1 }, 'text', {
      get: () => {
        looks += 1;
        return text;
      },
    });
    reader.push(line);
  }
  reader.end();
  return { looks, rows, broken };
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text);

test.each([
  ['in a quotation that is never closed', ['x,"y', ...times(2_000, 'and so on')]],
  ['each of which opens a quotation', times(2_001, 'x,"y')],
  ['in rows of very many lines', times(10, '').flatMap(() => ['x,"y', ...times(150, 'and so on'), 'z"'])],
  [
    'in quotations that close, and are no rows',
    times(20, '').flatMap(() => ['"y', ...times(150, 'on'), 'z"']),
  ],
])('lines %s are each looked at a few times, however many they are', (_name, texts) => {
  const { looks } = readLines(texts);
  expect(looks / texts.length).toBeLessThan(16);
});

test('a quotation is not closed behind a line that is too long', () => {
  const { rows, broken } = readLines(['a,"b', 'c', undefined, 'd"', 'e,f']);
  expect(broken).toEqual([1, 2, 3, 4]);
  expect(rows).toEqual([{ line: 5, cells: ['e', 'f'] }]);
});

test('every line is of one row or told as broken, unless it is blank, whatever the lines are', () => {
  const piece = fc.option(fc.string({ unit: fc.constantFrom('"', ',', 'a', ' '), maxLength: 5 }), {
    nil: undefined,
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (texts) => {
      const { rows, broken } = readLines(texts);
      const told = [...rows.map(({ line }) => line), ...broken];
      expect(new Set(told).size).toBe(told.length);
      const starts = rows.map(({ line }) => line);
      for (const [index, text] of texts.entries()) {
        const line = index + 1;
        if (told.includes(line) || text?.trim() === '') continue;
        // It goes on with a row that began before it.
        expect(starts.some((start) => start < line)).toBe(true);
      }
    }),
  );
});
