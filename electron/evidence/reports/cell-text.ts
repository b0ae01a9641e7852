import type { ReportCell, ReportColumn } from '../../../shared/domain/report';
import { dayOf, isoOf, utcOf } from './report-words';

/** What stands where nothing is known: said, and never left blank. */
export const NOT_KNOWN = 'not known';

/** A cell as a spreadsheet has it: dates in the form that sorts. */
export const cellForMachines = (cell: ReportCell, column: Pick<ReportColumn, 'holds'>): string =>
  textOf(cell, column, isoOf);

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
