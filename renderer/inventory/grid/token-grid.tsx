import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useRef, useState, type MouseEvent } from 'react';

import { useInventory, useStores } from '../../stores';
import { changeLayout } from '../inventory-deeds';
import type { Items } from '../rows/grouping';
import { selectedAmong } from '../selection';
import { selectItems, selectShown } from '../shown-tokens';
import { groupName } from '../group-words';
import { GridHead, headId } from './grid-head';
import type { Cursor } from './grid-keys';
import { cellId, GridRow } from './grid-row';
import { GroupRow } from './group-row';
import { fitting, movedTo, resized, templateOf, widthOf } from './layout';
import { useGridDeeds } from './use-grid-deeds';
import { useGridKeys } from './use-grid-keys';
import { useWidth } from './use-width';

export const ROW_HEIGHT = 34;

/** All tokens that are shown, in one virtual grid with one tab stop. */
export function TokenGrid() {
  const stores = useStores();
  const items = useInventory(selectItems);
  const shown = useInventory(selectShown);
  const rows = useInventory((state) => state.rows);
  const revision = useInventory((state) => state.revision);
  const selected = useInventory((state) => state.selected);
  const opened = useInventory((state) => state.opened);
  const view = useInventory((state) => state.view);
  const layout = useInventory((state) => state.layout);
  const scroll = useRef<HTMLDivElement>(null);
  const width = useWidth(scroll);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const places = fitting(layout, width);
  const chosen = selectedAmong(rows, shown, selected);
  const deeds = useGridDeeds(items);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 6,
    rangeExtractor: (range) => withCursor(range, cursor.row),
  });
  const at: Cursor = {
    row: Math.min(cursor.row, items.length - 1),
    column: Math.min(cursor.column, places.length),
  };
  const onKeyDown = useGridKeys({
    items,
    places,
    cursor: at,
    deeds,
    pageRows: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    moveTo: (next) => {
      setCursor(next);
      if (next.row >= 0) virtual.scrollToIndex(next.row);
    },
  });

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    if (index < 0) return;
    setCursor({ ...at, row: index });
    if (event.shiftKey) deeds.extendTo(index);
    else if (target.closest('[data-select]') !== null) deeds.toggle(index);
    else deeds.open(index);
  };

  return (
    <div
      role="grid"
      aria-label="Tokens"
      aria-multiselectable
      aria-rowcount={items.length + 1}
      aria-colcount={places.length + 1}
      aria-activedescendant={at.row < 0 ? headId(at.column) : cellId(at.row, columnAt(items, at))}
      tabIndex={0}
      className="grid"
      onKeyDown={onKeyDown}
    >
      <div ref={scroll} className="grid-scroll" role="presentation">
        <div
          role="presentation"
          style={
            {
              '--grid-columns': templateOf(places),
              minWidth: widthOf(places),
            } as Record<string, string | number>
          }
        >
          <GridHead
            places={places}
            sort={view.sort}
            activeColumn={at.row < 0 ? at.column : undefined}
            areAllSelected={chosen.length > 0 && chosen.length === shown.length}
            onSelectAll={deeds.toggleShown}
            onSort={deeds.sort}
            onResize={(column, next) => {
              changeLayout(stores, resized(layout, column, next));
            }}
            onMove={(column, target) => {
              changeLayout(stores, movedTo(layout, column, target));
            }}
          />
          <div
            role="rowgroup"
            className="grid-body"
            style={{ height: virtual.getTotalSize() }}
            onClick={onClick}
          >
            {virtual.getVirtualItems().map(({ index, start }) => {
              const item = items.at(index);
              const top = start - ROW_HEIGHT;
              const activeColumn = index === at.row ? at.column : undefined;
              if (item?.kind === 'group' && view.group !== 'none') {
                const { group, isFolded } = item;
                return (
                  <GroupRow
                    key={`group ${group.key}`}
                    group={group}
                    name={groupName(rows, view.group, group)}
                    isFolded={isFolded}
                    index={index}
                    top={top}
                    columns={places.length}
                    isActive={activeColumn !== undefined}
                    selected={selectedAmong(rows, group.rows, selected).length}
                  />
                );
              }
              const ref = item?.kind === 'row' ? rows.refAt(item.row) : undefined;
              return (
                item?.kind === 'row' &&
                ref !== undefined && (
                  <GridRow
                    key={ref}
                    rows={rows}
                    row={item.row}
                    revision={revision}
                    index={index}
                    top={top}
                    places={places}
                    activeColumn={activeColumn}
                    isSelected={selected.has(ref)}
                    isOpened={ref === opened}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

/** A group's head is one cell beside its box. */
function columnAt(items: Items, { row, column }: Cursor): number {
  return items.at(row)?.kind === 'group' ? 0 : column;
}

/** The rows in view, and the one that the cursor stands on: assistive technology must be able to find it. */
function withCursor(range: Range, row: number): number[] {
  const drawn = defaultRangeExtractor(range);
  return row >= 0 && row < range.count && !drawn.includes(row)
    ? [...drawn, row].sort((a, b) => a - b)
    : drawn;
}
