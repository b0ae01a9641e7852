import { useState } from 'react';

import { foldText } from '../../../shared/domain/compare-text';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { useInventory } from '../../stores';
import { countWord } from '../../words/count-words';
import { selectShown } from '../shown-tokens';
import { ValueChips } from './facet-chips';
import { FURTHER_FACETS, type Facet } from './facets';
import { useFacet } from './use-facet';

/** All further facets, each with what it would leave over. */
export function FiltersDialog({ onClose }: { readonly onClose: () => void }) {
  const shown = useInventory((state) => selectShown(state).length);
  return (
    <Dialog
      title="More filters"
      subtitle={`${countWord(shown)} tokens shown`}
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      {FURTHER_FACETS.map((facet) => (
        <FacetSection key={facet.name} facet={facet} />
      ))}
    </Dialog>
  );
}

/** A facet may have thousands of values: those that leave most are offered, and the others can be searched for. */
const OFFERED = 24;

function FacetSection({ facet }: { readonly facet: Facet }) {
  const [search, setSearch] = useState('');
  const values = useFacet(facet);
  const hasMany = values.length > OFFERED;
  const found = search === '' ? values : values.filter(({ name = '' }) => foldText(name).includes(search));
  const offered = hasMany ? found.toSorted((a, b) => b.count - a.count).slice(0, OFFERED) : found;
  return (
    <section className="facet-section">
      <h3>{facet.name}</h3>
      {hasMany && (
        <input
          type="search"
          className="input facet-search"
          aria-label={`Find in ${facet.name.toLowerCase()}`}
          placeholder={`Find among ${countWord(values.length)}`}
          value={search}
          onChange={(event) => {
            setSearch(foldText(event.target.value));
          }}
        />
      )}
      <ValueChips facet={facet} values={offered} />
    </section>
  );
}
