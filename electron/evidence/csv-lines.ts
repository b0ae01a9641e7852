import Papa from 'papaparse';

/** Tells spreadsheets that the text is UTF-8. */
export const UTF8_MARK = '\uFEFF';

/**
 * What makes a spreadsheet take a cell for a formula: such a cell gets a leading quote. The wide forms are what some of them
 * read as the narrow ones, and blanks or signs that show nothing are what some of them skip.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/**
 * The same after what separates cells where the comma stands in numbers: such a spreadsheet cuts a label there, and calculates
 * the rest.
 */
const FORMULA_AFTER = /([;\t][\s\p{Cf}"]*)(?=[=+\-@＝＋－＠])/gu;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const AMOUNT = String.raw`[$€£¥]?\s*(?:\d[\d.,'’\s]*|\.\d+)(?:e[+-]?\d+)?\s*[%$€£¥]?`;
const DAY = String.raw`\d{1,4}\s?[-/.]\s?\d{1,2}(?:\s?[-/.]\s?\d{1,4})?|\d{1,2}[-/. ]*${MONTH}(?:[-/., ]*\d{1,4})?|${MONTH}[-/. ]*\d{1,4}(?:[-/., ]+\d{1,4})?`;
const TIME = String.raw`\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?\s*(?:am?|pm?)?`;

/**
 * A text that a spreadsheet takes for a number, a date, a time or a truth, and so shows as another: `0042` as 42, `12e5` as
 * 1200000, `1-2` as a day. It gets a leading quote like a formula. What is written as a number stays one.
 */
const READ_AS_VALUE = new RegExp(String.raw`^\s*(?:${AMOUNT}|${DAY}|${TIME}|true|false)\s*$`, 'i');

const safe = (cell: string | number) => {
  if (typeof cell !== 'string') return cell;
  return READ_AS_VALUE.test(cell) ? `'${cell}` : cell.replace(FORMULA_AFTER, "$1'");
};

/** Rows as lines of CSV, of which no spreadsheet calculates anything, or reads a text as a number. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(safe)),
        { escapeFormulae: FORMULA, newline: '\r\n' },
      )}\r\n`;
