import { useMemo } from 'react';

import { useInventory } from '../../stores';
import { chosenValues, type Key } from '../rows/query';
import { selectTerms } from '../shown-tokens';

const BETWEEN = '\n';

/** The values that the query asks for under a key: the same list for as long as they are the same, whatever else is typed. */
export function useChosen(key: Key): readonly string[] {
  const joined = useInventory((state) => chosenValues(selectTerms(state), key).join(BETWEEN));
  return useMemo(() => (joined === '' ? [] : joined.split(BETWEEN)), [joined]);
}
