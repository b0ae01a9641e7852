import { ArrowDown, ArrowUp } from 'lucide-react';

import { COLUMNS, type Column } from './indexed-token';
import type { Sort } from './token-filter';

export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  label: 'Label',
  kind: 'Kind',
  scope: 'Scope',
  project: 'Project',
  owner: 'Owner',
  created: 'Created',
  lastUsed: 'Last used',
  expires: 'Expires',
  due: 'Due',
};

/** Columns that give way in a narrow window. */
export const EXTRA_COLUMNS: ReadonlySet<Column> = new Set(['owner', 'lastUsed', 'expires']);

interface GridHeadProps {
  readonly sort: Sort;
  readonly activeColumn: number | undefined;
  readonly onSort: (column: Column) => void;
}

export function GridHead({ sort, activeColumn, onSort }: GridHeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row">
        <div role="columnheader" className="grid-cell">
          <span className="visually-hidden">Selected</span>
        </div>
        {COLUMNS.map((column, index) => {
          const isSorted = sort.column === column;
          const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
          const direction = sort.isDescending ? ('descending' as const) : ('ascending' as const);
          const classes = [
            'grid-cell',
            EXTRA_COLUMNS.has(column) && 'grid-cell-extra',
            index === activeColumn && 'grid-head-active',
          ];
          return (
            <div
              key={column}
              id={`head-${String(index)}`}
              role="columnheader"
              aria-sort={isSorted ? direction : 'none'}
              className={classes.filter(Boolean).join(' ')}
            >
              <button
                type="button"
                tabIndex={-1}
                onClick={() => {
                  onSort(column);
                }}
              >
                {COLUMN_NAMES[column]}
                {isSorted && <Arrow size={12} aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
