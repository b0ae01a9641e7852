import type { Column } from '../../../shared/domain/saved-view';
import { COLUMN_NAMES } from '../rows/column';
import type { SortKey } from '../../../shared/domain/saved-view';
import { HeadCell } from './head-cell';
import type { Layout } from './layout';

export const headId = (column: number): string => `head-${String(column)}`;

interface GridHeadProps {
  readonly places: Layout;
  readonly sort: readonly SortKey[];
  readonly activeColumn: number | undefined;
  readonly areAllSelected: boolean;
  readonly onSelectAll: () => void;
  readonly onSort: (column: Column, isAdding: boolean) => void;
  readonly onResize: (column: Column, width: number) => void;
  readonly onMove: (column: Column, target: Column) => void;
}

/** The heads of the columns: pressed to sort, dragged by their edge to resize and by their name to move. */
export function GridHead(props: GridHeadProps) {
  const { places, sort, activeColumn, areAllSelected, onSelectAll, onSort, onResize, onMove } = props;
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row">
        <div
          role="columnheader"
          id={headId(0)}
          className={activeColumn === 0 ? 'grid-cell-check grid-cell-active' : 'grid-cell-check'}
        >
          <input
            type="checkbox"
            className="checkbox"
            tabIndex={-1}
            aria-label="All shown tokens"
            checked={areAllSelected}
            onChange={onSelectAll}
          />
        </div>
        {places.map(({ column, width }, place) => {
          const level = sort.findIndex((key) => key.column === column);
          return (
            <HeadCell
              key={column}
              column={column}
              name={COLUMN_NAMES[column]}
              id={headId(place + 1)}
              width={width}
              isActive={activeColumn === place + 1}
              sorted={sort[level]}
              level={sort.length > 1 ? level + 1 : 0}
              onSort={(isAdding) => {
                onSort(column, isAdding);
              }}
              onResize={(next) => {
                onResize(column, next);
              }}
              onMove={onMove}
            />
          );
        })}
      </div>
    </div>
  );
}
