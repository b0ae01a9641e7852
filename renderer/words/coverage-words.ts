import type { CoverageTotals } from '../../shared/domain/coverage';
import { countWord } from './count-words';

/** How much was read: `COMPLETE`, or `PARTIAL (118 of 120 projects)`; where every project was, something else is missing. */
export function coverageWord({ isComplete, read, projects }: CoverageTotals): string {
  if (isComplete) return 'COMPLETE';
  const rest = read === projects ? ', not all sources' : '';
  return `PARTIAL (${countWord(read)} of ${countWord(projects)} projects${rest})`;
}
