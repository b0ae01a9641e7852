import { ArrowDown, ArrowUp } from 'lucide-react';

import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { useInventory, useStores } from '../../stores';
import { FIRST_LAYOUT, movedTo, withHidden, type Layout } from '../grid/layout';
import { changeLayout } from '../inventory-deeds';
import { COLUMN_NAMES } from '../rows/column';

/** Which columns are drawn, and in which order. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores();
  const layout = useInventory((state) => state.layout);
  const change = (next: Layout) => {
    changeLayout(stores, next);
  };
  return (
    <Dialog
      title="Columns"
      subtitle="Where not all of them fit into the window, some give way."
      isSmall
      onCancel={onClose}
      foot={
        <>
          <Button
            onClick={() => {
              change(FIRST_LAYOUT);
            }}
          >
            Reset columns
          </Button>
          <Button data-focus-first onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ul aria-label="Columns" className="columns-list">
        {layout.map(({ column, isHidden }, index) => {
          const name = COLUMN_NAMES[column];
          const [before, after] = [layout[index - 1], layout[index + 1]];
          return (
            <li key={column} className="spread">
              <label className="line">
                <input
                  type="checkbox"
                  className="checkbox"
                  checked={!isHidden}
                  disabled={column === 'label'}
                  onChange={(event) => {
                    change(withHidden(layout, column, !event.target.checked));
                  }}
                />
                {name}
              </label>
              <span className="line">
                <Button
                  aria-label={`Move ${name} up`}
                  disabled={before === undefined}
                  onClick={() => {
                    if (before !== undefined) change(movedTo(layout, column, before.column));
                  }}
                >
                  <ArrowUp size={16} aria-hidden />
                </Button>
                <Button
                  aria-label={`Move ${name} down`}
                  disabled={after === undefined}
                  onClick={() => {
                    if (after !== undefined) change(movedTo(layout, column, after.column));
                  }}
                >
                  <ArrowDown size={16} aria-hidden />
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
