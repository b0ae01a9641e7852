import { useMemo } from 'react';

import { useRested } from '../../design/use-rested';
import { useInventory } from '../../stores';
import { selectConditions, selectContext } from '../shown-tokens';
import type { Condition } from '../rows/conditions';
import { countFacet, type CountedValue, type Facet } from './facets';

const NO_CONDITIONS: readonly Condition[] = [];

/** A value with its count, and with the most that the count can be, whatever is filtered. */
export interface OfferedValue extends CountedValue {
  readonly most: number;
}

/** The values of a facet with their counts, which follow what is typed a moment later: the rows come first. */
export function useFacet(facet: Facet): readonly OfferedValue[] {
  const rows = useInventory((state) => state.rows);
  const revision = useRested(useInventory((state) => state.revision));
  const conditions = useRested(useInventory(selectConditions));
  const context = useRested(useInventory(selectContext));
  const all = useMemo(
    () => (revision < 0 ? [] : countFacet(facet, rows, NO_CONDITIONS, context)),
    [facet, rows, revision, context],
  );
  return useMemo(() => {
    const counted = conditions.length === 0 ? all : countFacet(facet, rows, conditions, context);
    return counted.map((value, index) => ({ ...value, most: all[index]?.count ?? 0 }));
  }, [facet, rows, all, conditions, context]);
}
