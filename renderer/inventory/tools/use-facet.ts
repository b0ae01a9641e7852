import { useMemo } from 'react';

import { useRested } from '../../design/use-rested';
import { useInventory } from '../../stores';
import { selectConditions, selectContext } from '../shown-tokens';
import { countFacet, type CountedValue, type Facet } from './facets';

/** The values of a facet with their counts, which follow what is typed a moment later: the rows come first. */
export function useFacet(facet: Facet): readonly CountedValue[] {
  const rows = useInventory((state) => state.rows);
  const revision = useRested(useInventory((state) => state.revision));
  const conditions = useRested(useInventory(selectConditions));
  const context = useRested(useInventory(selectContext));
  return useMemo(
    () => (revision < 0 ? [] : countFacet(facet, rows, conditions, context)),
    [facet, rows, revision, conditions, context],
  );
}
