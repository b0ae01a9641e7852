import { LONGEST_QUERY, type SortKey } from '../../shared/domain/saved-view';
import type { TokenRef } from '../../shared/domain/token-ref';
import { announce } from '../announce';
import type { Stores } from '../stores';
import type { Layout } from './grid/layout';
import { changeView } from './inventory-store';
import type { View } from './inventory-view';

/** Changes what is looked at. The rows that were selected stay selected; what can be done with them follows what is shown. */
export function lookOtherwise({ inventory }: Stores, part: Partial<View>): void {
  changeView(inventory, part);
}

/** A query that is longer than any can be kept is not taken: what it would have filtered is said to be too much. */
export function changeQuery(stores: Stores, query: string): void {
  if (query.length > LONGEST_QUERY) {
    announce(stores.app, 'The filter would be too long. Nothing was changed.');
    return;
  }
  lookOtherwise(stores, { query });
}

export function changeSort(stores: Stores, sort: readonly SortKey[]): void {
  lookOtherwise(stores, { sort });
}

export function changeSelection({ inventory }: Stores, selected: ReadonlySet<TokenRef>): void {
  inventory.setState({ selected });
}

export function changeLayout({ inventory }: Stores, layout: Layout): void {
  inventory.setState({ layout });
}
