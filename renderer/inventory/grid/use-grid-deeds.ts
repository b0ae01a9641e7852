import { useMemo, useRef } from 'react';

import type { TokenRef } from '../../../shared/domain/token-ref';
import { announce } from '../../announce';
import { useStores } from '../../stores';
import { countWord } from '../../words/count-words';
import { changeSelection, changeSort } from '../inventory-deeds';
import type { Column } from '../../../shared/domain/saved-view';
import { COLUMN_NAMES } from '../rows/column';
import { pressed } from '../rows/order';
import type { Items } from '../rows/grouping';
import { refsOf, toggled, toggledAll } from '../selection';
import { selectShown } from '../shown-tokens';

/** What can be done to an item of the grid, by its place. */
export interface GridDeeds {
  /** Selects a row, or a whole group; or takes it out. */
  readonly toggle: (index: number) => void;
  /** Selects every row between the last one that was pressed and this one. */
  readonly extendTo: (index: number) => void;
  readonly toggleShown: () => void;
  /** Opens a token in the side panel; folds a group. */
  readonly open: (index: number) => void;
  /** From where the next selection extends. */
  readonly setAnchor: (index: number) => void;
  readonly sort: (column: Column, isAdding: boolean) => void;
}

export function useGridDeeds(items: Items): GridDeeds {
  const stores = useStores();
  const anchor = useRef(0);

  return useMemo(() => {
    const { inventory, app } = stores;
    const refsAt = (index: number): readonly TokenRef[] => {
      const item = items.at(index);
      const { rows } = inventory.getState();
      if (item === undefined) return [];
      return refsOf(rows, item.kind === 'group' ? item.group.rows : [item.row]);
    };
    const select = (next: ReadonlySet<TokenRef>) => {
      changeSelection(stores, next);
    };
    return {
      toggle: (index) => {
        anchor.current = index;
        const refs = refsAt(index);
        const [only] = refs;
        const { selected } = inventory.getState();
        const isRow = items.at(index)?.kind === 'row';
        if (only !== undefined) select(isRow ? toggled(selected, only) : toggledAll(selected, refs));
      },
      extendTo: (index) => {
        const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
        const next = new Set(inventory.getState().selected);
        for (let at = from; at <= to; at += 1) {
          if (items.at(at)?.kind === 'row') for (const ref of refsAt(at)) next.add(ref);
        }
        select(next);
      },
      toggleShown: () => {
        const state = inventory.getState();
        const refs = refsOf(state.rows, selectShown(state));
        select(toggledAll(state.selected, refs));
        announce(app, `${countWord(inventory.getState().selected.size)} tokens selected`);
      },
      open: (index) => {
        const item = items.at(index);
        if (item?.kind === 'row') inventory.setState({ opened: inventory.getState().rows.refAt(item.row) });
        else if (item !== undefined) {
          inventory.setState(({ folded }) => {
            const next = new Set(folded);
            if (!next.delete(item.group.key)) next.add(item.group.key);
            return { folded: next };
          });
        }
      },
      setAnchor: (index) => {
        anchor.current = index;
      },
      sort: (column, isAdding) => {
        const sort = pressed(inventory.getState().view.sort, column, isAdding);
        changeSort(stores, sort);
        const key = sort.find((one) => one.column === column);
        const direction = key?.isDescending === true ? 'descending' : 'ascending';
        announce(app, `Sorted by ${COLUMN_NAMES[column].toLowerCase()}, ${direction}`);
      },
    };
  }, [stores, items]);
}
