import type { ReportCell, ReportColumn } from '../../../shared/domain/report';
import { dayOf, isoOf, utcOf } from './report-words';

/** What stands where nothing is known: said, and never left blank. */
export const NOT_KNOWN = 'not known';

/** A cell as a spreadsheet has it: numbers as numbers, dates in the form that sorts. */
export const cellForMachines = (
  cell: ReportCell,
  column: Pick<ReportColumn, 'id' | 'holds'>,
): string | number => {
  if (typeof cell === 'number' && column.holds === 'number') return cell;
  const text = textOf(cell, column, isoOf);
  // As everywhere that an end of a value is shown: with it, no spreadsheet reads four digits as a number.
  return column.id.endsWith('last-four') && cell !== null ? `…${text}` : text;
};

/** A cell as a page has it. */
export const cellForPeople = (cell: ReportCell, column: Pick<ReportColumn, 'holds' | 'isDay'>): string =>
  textOf(cell, column, column.isDay === true ? dayOf : utcOf);

function textOf(
  cell: ReportCell,
  { holds }: Pick<ReportColumn, 'holds'>,
  dateOf: (instant: number) => string | undefined,
): string {
  if (cell === null) return NOT_KNOWN;
  if (typeof cell === 'string') return cell;
  return holds === 'instant' ? (dateOf(cell) ?? NOT_KNOWN) : String(cell);
}
