import type { CoverageTotals } from '../../shared/domain/coverage';

const number = new Intl.NumberFormat('en-US');

/** A count as people read it: `1,204`. */
export const countWord = (count: number): string => number.format(count);

/** A count with its noun: `1 token`, `14 tokens`. */
export const counted = (count: number, noun: string): string =>
  `${countWord(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The line that says how much is known: `1,204 tokens · 37 due · COMPLETE`, or how partial it is. */
export function statusLine(tokens: number, due: number, totals: CoverageTotals): string {
  const coverage = totals.isComplete
    ? 'COMPLETE'
    : `PARTIAL (${countWord(totals.read)} of ${countWord(totals.projects)} projects)`;
  return `${counted(tokens, 'token')} · ${countWord(due)} due · ${coverage}`;
}
