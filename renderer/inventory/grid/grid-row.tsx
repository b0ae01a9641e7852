import { memo } from 'react';

import { useInventory } from '../../stores';
import { plain, shortened } from '../../words/token-words';
import type { TokenRows } from '../rows/token-rows';
import { cellOf } from './cell';
import type { Layout } from './layout';

/** The id of a cell of a drawn item, by which the grid says where its cursor stands. */
export const cellId = (item: number, column: number): string => `cell-${String(item)}-${String(column)}`;

interface GridRowProps {
  readonly rows: TokenRows;
  readonly row: number;
  /** Draws the row anew when anything in the inventory changed. */
  readonly revision: number;
  readonly index: number;
  /** Pixels from the top of the whole list. */
  readonly top: number;
  readonly places: Layout;
  /** The cell that the cursor stands on, if it stands in this row. */
  readonly activeColumn: number | undefined;
  readonly isSelected: boolean;
  readonly isOpened: boolean;
}

/** One token. What is pressed in it is heard by the grid, so that a row is drawn anew only when it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { rows, row, index, top, places, activeColumn, isSelected, isOpened } = props;
  const now = useInventory((state) => state.now);
  const connectionNames = useInventory((state) => state.connectionNames);
  const token = rows.recordAt(row);
  const facts = {
    token,
    due: rows.dueAt(row),
    coverage: rows.columns.coverage.get(row),
    connectionName: connectionNames.get(token.connection) ?? '',
    now,
  };
  const classes = [
    'grid-row grid-body-row',
    activeColumn !== undefined && 'grid-row-active',
    isOpened && 'grid-row-opened',
  ];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${String(top)}px)` }}
      data-index={index}
    >
      <div
        role="gridcell"
        id={cellId(index, 0)}
        className={activeColumn === 0 ? 'grid-cell-check grid-cell-active' : 'grid-cell-check'}
        data-select
      >
        <input
          type="checkbox"
          className="checkbox"
          tabIndex={-1}
          aria-label={`Select ${shortened(plain(token.label))}`}
          checked={isSelected}
          readOnly
        />
      </div>
      {places.map(({ column }, place) => {
        const { shown, title, spoken, look } = cellOf(column, facts);
        const isActive = activeColumn === place + 1;
        const cellClasses = ['grid-cell', look, isActive && 'grid-cell-active'];
        return (
          <div
            key={column}
            role="gridcell"
            id={cellId(index, place + 1)}
            className={cellClasses.filter(Boolean).join(' ')}
            title={title}
            aria-label={spoken}
          >
            {shown}
          </div>
        );
      })}
    </div>
  );
});
