import type { KeyboardEvent } from 'react';

import { useStores } from '../../stores';
import { changeLayout } from '../inventory-deeds';
import type { Items } from '../rows/grouping';
import { moveCursor, type Cursor } from './grid-keys';
import { movedBy, resized, type Layout } from './layout';
import type { GridDeeds } from './use-grid-deeds';

interface GridKeysOptions {
  readonly items: Items;
  readonly places: Layout;
  readonly cursor: Cursor;
  readonly deeds: GridDeeds;
  readonly pageRows: () => number;
  readonly moveTo: (cursor: Cursor) => void;
}

const WIDER_BY = 16;

/** The grid's keys: arrows and their kin move, Space selects, Enter opens, Shift extends; in the head they sort, size and move. */
export function useGridKeys({ items, places, cursor, deeds, pageRows, moveTo }: GridKeysOptions) {
  const stores = useStores();

  const onHeadKey = (event: KeyboardEvent): boolean => {
    const place = places[cursor.column - 1];
    if (event.key === 'Enter' || event.key === ' ') {
      if (place === undefined) deeds.toggleShown();
      else deeds.sort(place.column, event.shiftKey);
      return true;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || place === undefined || !event.shiftKey) return false;
    const { layout } = stores.inventory.getState();
    const isMoving = event.ctrlKey || event.metaKey;
    const next = isMoving
      ? movedBy(layout, place.column, step)
      : resized(layout, place.column, place.width + step * WIDER_BY);
    changeLayout(stores, next);
    if (isMoving) moveTo({ ...cursor, column: Math.min(Math.max(cursor.column + step, 1), places.length) });
    return true;
  };

  const onBodyKey = (event: KeyboardEvent): boolean => {
    if (event.key === ' ') {
      if (event.shiftKey) deeds.extendTo(cursor.row);
      else deeds.toggle(cursor.row);
      return true;
    }
    if (event.key === 'Enter') {
      deeds.open(cursor.row);
      return true;
    }
    const item = items.at(cursor.row);
    if (item?.kind !== 'group') return false;
    const folds =
      (event.key === 'ArrowLeft' && !item.isFolded) || (event.key === 'ArrowRight' && item.isFolded);
    if (folds) deeds.open(cursor.row);
    return folds;
  };

  return (event: KeyboardEvent) => {
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      deeds.toggleShown();
      return;
    }
    if (cursor.row < 0 ? onHeadKey(event) : onBodyKey(event)) {
      event.preventDefault();
      return;
    }
    const size = { rows: items.length, columns: places.length + 1, page: pageRows() };
    const next = moveCursor(cursor, { key: event.key, isControl }, size);
    if (next === cursor) return;
    event.preventDefault();
    moveTo(next);
    if (next.row < 0) return;
    if (event.shiftKey && next.row !== cursor.row) deeds.extendTo(next.row);
    else deeds.setAnchor(next.row);
  };
}
