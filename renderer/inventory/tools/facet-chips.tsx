import { useInventory, useStores } from '../../stores';
import { countWord } from '../../words/count-words';
import { changeQuery } from '../inventory-deeds';
import { valueWord } from '../query-words';
import { chosenValues, toggleValue } from '../rows/query';
import { selectTerms } from '../shown-tokens';
import type { Facet } from './facets';
import { useFacet, type OfferedValue } from './use-facet';

/** A facet as a row of buttons: what is chosen in one is joined by “or”, the facets by “and”. */
export function FacetChips({ facet }: { readonly facet: Facet }) {
  const values = useFacet(facet);
  return <ValueChips facet={facet} values={values} />;
}

export function ValueChips({
  facet,
  values,
}: {
  readonly facet: Facet;
  readonly values: readonly OfferedValue[];
}) {
  const stores = useStores();
  const query = useInventory((state) => state.view.query);
  const chosen = chosenValues(useInventory(selectTerms), facet.key);
  const offered = values.filter(
    ({ value, isRare, most }) => isRare !== true || most > 0 || chosen.includes(value),
  );
  return (
    <div className="filter-group" role="group" aria-label={facet.name}>
      {offered.map(({ value, name, count, most }) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(value)}
          onClick={() => {
            changeQuery(stores, toggleValue(query, facet.key, value));
          }}
        >
          <bdi>{valueWord(facet.key, name ?? value)}</bdi>
          <span className="chip-count" style={roomFor(most)}>
            {countWord(count)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Counts follow a moment after the rows. Each has its room from the start, or the grid below would jump then. */
const roomFor = (most: number) => ({ minWidth: `${String(countWord(most).length)}ch` });
