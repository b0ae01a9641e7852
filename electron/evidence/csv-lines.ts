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

const safe = (cell: string | number) =>
  typeof cell === 'string' ? cell.replace(FORMULA_AFTER, "$1'") : cell;

/** Rows as lines of CSV, of which no spreadsheet calculates anything. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(safe)),
        { escapeFormulae: FORMULA, newline: '\r\n' },
      )}\r\n`;
