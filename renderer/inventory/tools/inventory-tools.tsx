import { useState } from 'react';

import { Button } from '../../design/button';
import type { ExceptionDeeds } from '../exception-deeds';
import { ColumnsDialog } from './columns-dialog';
import { FacetChips } from './facet-chips';
import { QUICK_FACETS } from './facets';
import { FiltersDialog } from './filters-dialog';
import { GroupChoice } from './group-choice';
import { SearchBox } from './search-box';
import { ViewChoice } from '../views/view-choice';
import { ViewsDialog } from '../views/views-dialog';
import { TermChips } from './term-chips';

/** What the tokens are filtered and grouped by. Everything writes into one query, which can be typed as well. */
export function InventoryTools({ exceptions }: { readonly exceptions: ExceptionDeeds }) {
  const [dialog, setDialog] = useState<'none' | 'filters' | 'columns' | 'views'>('none');
  const close = () => {
    setDialog('none');
  };
  return (
    <>
      <div className="inventory-tools">
        <div className="inventory-tools-line">
          <SearchBox />
          <ViewChoice />
          <span className="foot-spring" />
          <Button
            onClick={() => {
              setDialog('filters');
            }}
          >
            More filters
          </Button>
          <GroupChoice />
          <Button
            onClick={() => {
              setDialog('views');
            }}
          >
            Views
          </Button>
          <Button
            onClick={() => {
              setDialog('columns');
            }}
          >
            Columns
          </Button>
        </div>
        <div className="inventory-facets">
          {QUICK_FACETS.map((facet) => (
            <FacetChips key={facet.key} facet={facet} />
          ))}
        </div>
      </div>
      <TermChips exceptions={exceptions} />
      {dialog === 'filters' && <FiltersDialog onClose={close} />}
      {dialog === 'views' && <ViewsDialog onClose={close} />}
      {dialog === 'columns' && <ColumnsDialog onClose={close} />}
    </>
  );
}
