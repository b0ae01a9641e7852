import { useCallback } from 'react';

import type { Instant } from '../../../shared/domain/instant';
import { useInventory } from '../../stores';
import type { Key } from '../rows/query';
import type { TokenRows } from '../rows/token-rows';
import { ageBands } from './age-bands';
import { ageHistogram, type AgeBar } from './age-histogram';
import type { Choice } from './chosen';
import { SEGMENT_SCOPES, type Segment } from './segments';
import { useCounted } from './use-counted';

const OWN: readonly Key[] = ['age', 'scope'];

/** The ages by scope of what is looked at, in the bands that the policy asks for. */
export function useAges(): readonly AgeBar[] {
  const limits = useInventory((state) => state.rules.policy.maxAgeDays);
  const count = useCallback(
    (rows: TokenRows, some: Uint32Array, now: Instant) => ageHistogram(rows, some, now, ageBands(limits)),
    [limits],
  );
  return useCounted(OWN, count);
}

/** What a press on a bar, or on a part of it, asks for. */
export const ageChoice = (value: string, segment?: Segment): Choice => ({
  age: [value],
  scope: segment === undefined ? [] : SEGMENT_SCOPES[segment],
});
