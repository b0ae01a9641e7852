import type { ReportCell, ReportColumn } from '../../../shared/domain/report';
import { isoOf, utcOf } from './report-words';

/** What stands where nothing is known: said, and never left blank. */
export const NOT_KNOWN = 'not known';

const textWith =
  (dateOf: (instant: number) => string | undefined) =>
  (cell: ReportCell, { holds }: Pick<ReportColumn, 'holds'>): string => {
    if (cell === null) return NOT_KNOWN;
    if (typeof cell === 'string') return cell;
    return holds === 'instant' ? (dateOf(cell) ?? NOT_KNOWN) : String(cell);
  };

/** A cell as a spreadsheet has it: dates in the form that sorts. */
export const cellForMachines = textWith(isoOf);

/** A cell as a page has it. */
export const cellForPeople = textWith(utcOf);
