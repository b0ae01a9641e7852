import type { CoverageTotals } from '../../shared/domain/coverage';
import { countWord } from './count-words';

/** How much was read: `COMPLETE`, or `PARTIAL (118 of 120 projects)`. */
export const coverageWord = ({ isComplete, read, projects }: CoverageTotals): string =>
  isComplete ? 'COMPLETE' : `PARTIAL (${countWord(read)} of ${countWord(projects)} projects)`;
