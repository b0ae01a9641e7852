import Papa from 'papaparse';

import type { Report, ReportSection } from '../../../shared/domain/report';
import { cellForMachines } from './cell-text';
import { parameterLines, reconciledWord } from './parameter-lines';
import { slicesOf, type Part } from './part';
import { coverageName, isoOf } from './report-words';

/** Tells spreadsheets that the text is UTF-8. */
const MARK = '\uFEFF';

/**
 * What makes a spreadsheet take a cell for a formula: such a cell gets a leading quote. The wide forms are what some of them
 * read as the narrow ones.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The same after what separates cells where the comma stands in numbers: such a spreadsheet cuts a label there, and calculates
 * the rest.
 */
const FORMULA_AFTER = /([;\t][\s"]*)(?=[=+\-@＝＋－＠])/gu;

const safe = (cell: string | number) =>
  typeof cell === 'string' ? cell.replace(FORMULA_AFTER, "$1'") : cell;

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(safe)),
        { escapeFormulae: FORMULA, newline: '\r\n' },
      )}\r\n`;

/** A table by itself: one head, one line a row. */
export function* tableCsv(section: ReportSection): Iterable<Part> {
  yield { text: MARK + lines([section.columns.map(({ title }) => title)]), rows: 0 };
  yield* rowsOf(section);
}

/** What the report says of itself, its totals, and every table but the long one, below each other. */
export function* reportCsv(report: Report): Iterable<Part> {
  yield { text: MARK + headOf(report), rows: 0 };
  for (const section of report.sections) {
    const { id, title, note, columns, isTable } = section;
    const head = [[], [title], ...(note === undefined ? [] : [[note]])];
    if (isTable === true) {
      yield { text: lines([...head, [`${String(section.rows.length)} rows, in ${id}.csv`]]), rows: 0 };
      continue;
    }
    yield { text: lines([...head, columns.map((column) => column.title)]), rows: 0 };
    yield* rowsOf(section);
  }
}

function* rowsOf({ columns, rows }: ReportSection): Iterable<Part> {
  for (const some of slicesOf(rows)) {
    const cells = some.map((row) => columns.map((column, at) => cellForMachines(row[at] ?? null, column)));
    yield { text: lines(cells), rows: some.length };
  }
}

function headOf(report: Report): string {
  const { title, verdict, coverage, totals, unread, format } = report;
  return lines([
    [title],
    [coverageName(coverage)],
    [reconciledWord(report)],
    [verdict.sentence],
    [],
    ['Parameter', 'Value'],
    ['Form', format],
    ...parameterLines(report, isoOf),
    [],
    ['Total', 'At source', 'In this report', 'Agree'],
    ...totals.map(({ what, atSource, inReport }) => [
      what,
      atSource,
      inReport,
      atSource === inReport ? 'yes' : 'NO',
    ]),
    [],
    ['Not read', 'Why'],
    ...(unread.length === 0 ? [['nothing: everything was read', '–']] : []),
    ...unread.map(({ what, why }) => [what, why]),
  ]);
}
