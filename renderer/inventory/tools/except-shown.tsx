import { Button } from '../../design/button';
import { useInventory, useStores } from '../../stores';
import type { ExceptionDeeds } from '../exception-deeds';
import { filterOfTerms } from '../filter-of-terms';
import { termWords } from '../query-words';
import { selectShown, selectTerms } from '../shown-tokens';

/** Asks for an exception for the group of tokens that the query shows. */
export function ExceptShown({ exceptions }: { readonly exceptions: ExceptionDeeds }) {
  const { inventory } = useStores();
  const terms = useInventory(selectTerms);
  return (
    <Button
      look="plain"
      onClick={() => {
        const state = inventory.getState();
        const { filter, cannot } = filterOfTerms(terms, state.view.connection, state.connectionNames);
        exceptions.grant({
          subject: cannot.length === 0 ? { kind: 'filter', filter } : undefined,
          cannot: cannot.map(termWords),
          covers: selectShown(state).length,
        });
      }}
    >
      Grant an exception …
    </Button>
  );
}
