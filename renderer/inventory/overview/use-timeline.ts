import { useCallback } from 'react';

import type { Instant } from '../../../shared/domain/instant';
import type { Key } from '../rows/query';
import type { TokenRows } from '../rows/token-rows';
import type { Choice } from './chosen';
import { dueTimeline, type TimeBar } from './due-timeline';
import { useCounted } from './use-counted';

const OWN: readonly Key[] = ['duein', 'expires'];

/** What comes due, and what expires, of what is looked at. */
export function useTimeline(daysEach: number): readonly TimeBar[] {
  const count = useCallback(
    (rows: TokenRows, some: Uint32Array, now: Instant) => dueTimeline(rows, some, now, daysEach),
    [daysEach],
  );
  return useCounted(OWN, count);
}

/** What a press asks for: one of the two dates, never both. */
export const timeChoice = (series: 'due' | 'expires', value: string): Choice => ({
  duein: series === 'due' ? [value] : [],
  expires: series === 'expires' ? [value] : [],
});
