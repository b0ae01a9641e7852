import { X } from 'lucide-react';

import { Button } from '../../design/button';
import { useInventory, useStores } from '../../stores';
import type { ExceptionDeeds } from '../exception-deeds';
import { changeQuery } from '../inventory-deeds';
import { termWords } from '../query-words';
import { withoutTerm } from '../rows/query';
import { selectTerms } from '../shown-tokens';
import { ExceptShown } from './except-shown';

/** Each part of the query as a chip that takes it out again. */
export function TermChips({ exceptions }: { readonly exceptions: ExceptionDeeds }) {
  const stores = useStores();
  const query = useInventory((state) => state.view.query);
  const terms = useInventory(selectTerms);
  if (terms.length === 0) return null;
  return (
    <ul className="term-chips" aria-label="Filters in force">
      {terms.map((term) => {
        const words = termWords(term);
        return (
          <li key={`${String(term.from)} ${words}`}>
            <button
              type="button"
              className="chip term-chip"
              aria-label={`Remove filter ${words}`}
              onClick={() => {
                changeQuery(stores, withoutTerm(query, term));
              }}
            >
              <bdi className="cut">{words}</bdi>
              <X size={12} aria-hidden />
            </button>
          </li>
        );
      })}
      <li>
        <Button
          look="plain"
          onClick={() => {
            changeQuery(stores, '');
          }}
        >
          Clear filters
        </Button>
      </li>
      <li>
        <ExceptShown exceptions={exceptions} />
      </li>
    </ul>
  );
}
