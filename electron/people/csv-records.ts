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

/** What the first line of a file for a spreadsheet says that separates its cells, as `sep=;`; such a line is no row. */
export const separatorIn = (text: string): string | undefined =>
  /^"?sep=([,;\t|])"?[,;\t|\s]*$/i.exec(text)?.[1];

export const cellsOf = (text: string, delimiter: string): readonly string[] | undefined => {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.length === 0 && data.length === 1 ? data[0] : undefined;
};

/**
 * Makes rows of lines. A row that is not sound costs its first line alone: reading goes on at the next, so that one stray
 * quotation mark loses nothing after it. No line's quotation marks are counted twice, however long it waits.
 */
export function recordReader(delimiter: string, width: number, heard: Heard) {
  const waiting: Line[] = [];
  /** Of the lines that wait, those at which a quotation opens or closes. One without its text closes none, and is among them. */
  const turns: Line[] = [];

  const drop = (length: number) => {
    for (const line of waiting.splice(0, length)) if (line === turns[0]) turns.shift();
  };
  const giveUp = (first: Line, problem: LineProblem) => {
    drop(1);
    heard.broken(first.number, problem);
  };

  /** Reads one row from the lines that wait; false where its end has not come yet. */
  const readOne = (first: Line, isEnd: boolean): boolean => {
    if (first.text === undefined) {
      giveUp(first, 'too-long');
      return true;
    }
    const last = first === turns[0] ? turns[1] : first;
    if (last === undefined && !isEnd && waiting.length < MOST_LINES) return false;
    if (last?.text === undefined) {
      giveUp(first, 'broken-quotes');
      return true;
    }
    const length = last.number - first.number + 1;
    if (length === 1 && first.text.trim() === '') {
      drop(1);
      return true;
    }
    const text = waiting.slice(0, length).flatMap((line) => line.text ?? []);
    const cells = cellsOf(text.join('\n'), delimiter);
    if (cells === undefined) giveUp(first, 'broken-quotes');
    else if (!fits(cells, width)) giveUp(first, length > 1 ? 'broken-quotes' : 'wrong-cells');
    else {
      drop(length);
      heard.record({ line: first.number, cells });
    }
    return true;
  };

  const drain = (isEnd: boolean) => {
    for (let [first] = waiting; first !== undefined && readOne(first, isEnd);) [first] = waiting;
  };

  return {
    /** Takes the next line. Lines come in the order of their numbers, none left out. */
    push: (line: Line) => {
      waiting.push(line);
      if (line.text === undefined || hasOddQuotes(line.text)) turns.push(line);
      drain(false);
    },
    end: () => {
      drain(true);
    },
  };
}

/** Whether what is quoted before a line is not quoted after it, and the other way round. */
function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

/** As many cells as the first line has, or more that are empty. */
const fits = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
