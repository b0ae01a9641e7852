import type { Instant } from '../../../shared/domain/instant';
import { grown } from './grown';

/** The moments of one column, by row; `NaN` where nothing is known. */
export interface DateColumn {
  readonly get: (row: number) => Instant | undefined;
  readonly set: (row: number, instant: Instant | undefined) => void;
  /** Valid until the next `set`. */
  readonly values: () => Float64Array;
}

export function openDateColumn(): DateColumn {
  let values = new Float64Array(64);
  return {
    get: (row) => {
      const instant = values[row];
      return instant === undefined || Number.isNaN(instant) ? undefined : instant;
    },
    set: (row, instant) => {
      values = grown(values, row + 1);
      values[row] = instant ?? Number.NaN;
    },
    values: () => values,
  };
}
