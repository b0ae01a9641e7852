import type { CoverageTotals } from '../../shared/domain/coverage';
import { counted, countWord } from '../words/count-words';
import { coverageWord } from '../words/coverage-words';

/** The line that says how much is known: `1,204 tokens · 37 due · COMPLETE`, or how partial it is. */
export function statusLine(tokens: number, due: number, totals: CoverageTotals): string {
  return `${counted(tokens, 'token')} · ${countWord(due)} due · ${coverageWord(totals)}`;
}
