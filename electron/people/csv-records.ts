import papaparse from 'papaparse';

import type { LineProblem } from '../../shared/domain/import-report';
import type { Line } from './split-lines';

/** A row of a table, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Heard {
  readonly record: (record: CsvRecord) => void;
  readonly broken: (line: number, problem: LineProblem) => void;
}

/** The most lines that one row has: cells may hold line ends, but a quotation mark that is never closed swallows everything. */
const MOST_LINES = 200;
const DELIMITERS = [',', ';', '\t', '|'];

/** What separates the cells, as the first line tells. */
export const delimiterOf = (text: string): string =>
  papaparse.parse<string[]>(text, { delimitersToGuess: DELIMITERS }).meta.delimiter;

export const cellsOf = (text: string, delimiter: string): readonly string[] | undefined => {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.length === 0 && data.length === 1 ? data[0] : undefined;
};

/**
 * Makes rows of lines. A row that is not sound costs its first line alone: reading goes on at the next, so that one stray
 * quotation mark loses nothing after it.
 */
export function recordReader(delimiter: string, width: number, heard: Heard) {
  const waiting: Line[] = [];

  const giveUpFirst = (problem: LineProblem) => {
    const [first] = waiting.splice(0, 1);
    if (first !== undefined) heard.broken(first.number, problem);
  };

  /** Reads one row from the lines that wait; false where its end has not come yet. */
  const readOne = (isEnd: boolean): boolean => {
    const [first] = waiting;
    if (first?.text === undefined) {
      giveUpFirst('too-long');
      return true;
    }
    const length = closedAfter(waiting);
    if (length === undefined) {
      if (!isEnd && waiting.length < MOST_LINES) return false;
      giveUpFirst('broken-quotes');
      return true;
    }
    const text = waiting.slice(0, length).flatMap((line) => line.text ?? []);
    if (text.length === 1 && first.text.trim() === '') {
      waiting.splice(0, 1);
      return true;
    }
    const cells = cellsOf(text.join('\n'), delimiter);
    if (cells === undefined) giveUpFirst('broken-quotes');
    else if (!fits(cells, width)) giveUpFirst(length > 1 ? 'broken-quotes' : 'wrong-cells');
    else {
      waiting.splice(0, length);
      heard.record({ line: first.number, cells });
    }
    return true;
  };

  const drain = (isEnd: boolean) => {
    while (waiting.length > 0 && readOne(isEnd));
  };

  return {
    push: (line: Line) => {
      waiting.push(line);
      drain(false);
    },
    end: () => {
      drain(true);
    },
  };
}

/** After how many lines every quotation mark that was opened is closed. */
function closedAfter(lines: readonly Line[]): number | undefined {
  let isOpen = false;
  for (const [index, { text }] of lines.entries()) {
    if (text === undefined) return undefined;
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
    if (!isOpen) return index + 1;
  }
  return undefined;
}

/** As many cells as the first line has, or more that are empty. */
const fits = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
