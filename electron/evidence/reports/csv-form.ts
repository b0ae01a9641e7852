import type { Report, ReportSection } from '../../../shared/domain/report';
import { csvLines, UTF8_MARK } from '../csv-lines';
import { cellForMachines } from './cell-text';
import { parameterLines, reconciledWord } from './parameter-lines';
import { slicesOf, type Part } from './part';
import { coverageName, isoOf } from './report-words';

/** A table by itself: one head, one line a row. */
export function* tableCsv(section: ReportSection): Iterable<Part> {
  yield { text: UTF8_MARK + csvLines([section.columns.map(({ title }) => title)]), rows: 0 };
  yield* rowsOf(section);
}

/** What the report says of itself, its totals, and every table but the long one, below each other. */
export function* reportCsv(report: Report): Iterable<Part> {
  yield { text: UTF8_MARK + headOf(report), rows: 0 };
  for (const section of report.sections) {
    const { id, title, note, columns, isTable } = section;
    const head = [[], [title], ...(note === undefined ? [] : [[note]])];
    if (isTable === true) {
      yield { text: csvLines([...head, [`${String(section.rows.length)} rows, in ${id}.csv`]]), rows: 0 };
      continue;
    }
    yield { text: csvLines([...head, columns.map((column) => column.title)]), rows: 0 };
    yield* rowsOf(section);
  }
}

function* rowsOf({ columns, rows }: ReportSection): Iterable<Part> {
  for (const some of slicesOf(rows)) {
    const cells = some.map((row) => columns.map((column, at) => cellForMachines(row[at] ?? null, column)));
    yield { text: csvLines(cells), rows: some.length };
  }
}

function headOf(report: Report): string {
  const { title, verdict, coverage, totals, unread, format } = report;
  return csvLines([
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
