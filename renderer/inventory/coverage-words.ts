import type { RowCoverage } from './rows/token-rows';

/** Whether the list that a token stands in was read at the last look, in a word or two. */
export const COVERAGE_NAMES: Readonly<Record<RowCoverage, string>> = {
  read: 'Read',
  'by-hand': 'By hand',
  refused: 'Refused',
  unreachable: 'Unreachable',
  'in-doubt': 'In doubt',
  pending: 'Not read yet',
};
