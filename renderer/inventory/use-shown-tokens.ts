import { useCallback } from 'react';

import { MOST_REFS_SHOWN, type ReportScope, type ShownTokens } from '../../shared/domain/report-request';
import { useInventory, useStores } from '../stores';
import { refsOf } from './selection';
import { selectShown } from './shown-tokens';

interface Shown {
  /** The query in force; empty where everything is shown. */
  readonly filter: string;
  /** What is shown of some connections; the same function for as long as the same is shown. */
  readonly shownIn: (scope: ReportScope) => ShownTokens | undefined;
}

/** What the inventory shows, for whoever reports on it. */
export function useShownTokens(): Shown {
  const { inventory } = useStores();
  const filter = useInventory((state) => state.view.query.trim());
  const shown = useInventory(selectShown);
  const shownIn = useCallback(
    (scope: ReportScope) => {
      const { rows } = inventory.getState();
      if (filter === '') return undefined;
      const ids = rows.columns.connection;
      const [texts, numbers] = [ids.texts(), ids.numbers()];
      const others = rows.alsoSeen(scope);
      const own = shown.filter(
        (row) => scope === 'all' || texts[numbers[row] ?? -1] === scope || others.has(row),
      );
      return { query: filter, refs: refsOf(rows, own).slice(0, MOST_REFS_SHOWN) };
    },
    [inventory, filter, shown],
  );
  return { filter, shownIn };
}
