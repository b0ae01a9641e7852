import { useCallback } from 'react';

import { useInventory, useStores } from '../../stores';
import { changeQuery } from '../inventory-deeds';
import { selectTerms } from '../shown-tokens';
import { afterPress, isChosen, type Choice } from './chosen';

/** Turns a choice on, or off again where it is on: always the same function. */
export type Press = (choice: Choice) => void;

export function usePress(): Press {
  const stores = useStores();
  return useCallback(
    (choice) => {
      changeQuery(stores, afterPress(stores.inventory.getState().view.query, choice));
    },
    [stores],
  );
}

/** Tells whether the query asks for exactly a choice. */
export function useIsOn(): (choice: Choice) => boolean {
  const terms = useInventory(selectTerms);
  return (choice) => isChosen(terms, choice);
}
