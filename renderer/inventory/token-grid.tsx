import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';

import { useInventory, useStores } from '../stores';
import { GridHead } from './grid-head';
import { moveCursor, type Cursor } from './grid-keys';
import { GridRow, rowId } from './grid-row';
import { COLUMNS, type Column } from './indexed-token';
import { selectShown } from './inventory-store';
import { extended, toggled } from './selection';

const ROW_HEIGHT = 34;

/** All tokens in one virtual grid with one tab stop: arrows move, Space selects, Shift extends, Enter sorts in the head. */
export function TokenGrid() {
  const { inventory, app } = useStores();
  const rows = useInventory(selectShown);
  const selected = useInventory((state) => state.selected);
  const now = useInventory((state) => state.now);
  const sort = useInventory((state) => state.sort);
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });

  const say = (announcement: string) => {
    app.setState({ announcement });
  };
  const sortBy = (column: Column) => {
    const isDescending = sort.column === column && !sort.isDescending;
    inventory.setState({ sort: { column, isDescending } });
    say(`Sorted by ${column}, ${isDescending ? 'descending' : 'ascending'}`);
  };
  const toggleRow = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    anchor.current = index;
    inventory.setState({ selected: toggled(selected, row.token.ref) });
  };
  const extendTo = (index: number) => {
    inventory.setState({ selected: extended(selected, rows, anchor.current, index) });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      inventory.setState({ selected: extended(selected, rows, 0, rows.length - 1) });
      say(`${String(rows.length)} tokens selected`);
      return;
    }
    const column = COLUMNS[cursor.column];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (cursor.row >= 0) toggleRow(cursor.row);
      else if (column !== undefined) sortBy(column);
      return;
    }
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const size = { rows: rows.length, columns: COLUMNS.length, page };
    const next = moveCursor(cursor, { key: event.key, isControl }, size);
    if (next === cursor) return;
    event.preventDefault();
    setCursor(next);
    if (next.row < 0) return;
    virtual.scrollToIndex(next.row);
    if (event.shiftKey) extendTo(next.row);
    else anchor.current = next.row;
  };

  const active = rows[cursor.row];
  return (
    <div
      role="grid"
      aria-label="Tokens"
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={active === undefined ? `head-${String(cursor.column)}` : rowId(active.token.ref)}
      tabIndex={0}
      className="grid"
      onKeyDown={onKeyDown}
    >
      <GridHead sort={sort} activeColumn={cursor.row < 0 ? cursor.column : undefined} onSort={sortBy} />
      <div ref={scroll} className="grid-scroll" role="presentation">
        <div role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <GridRow
                  key={row.token.ref}
                  row={row}
                  now={now}
                  index={index}
                  top={start}
                  isActive={index === cursor.row}
                  isSelected={selected.has(row.token.ref)}
                  onPress={(isExtending) => {
                    setCursor({ ...cursor, row: index });
                    if (isExtending) extendTo(index);
                    else toggleRow(index);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
