import type { SortKey } from '../../shared/domain/saved-view';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Stores } from '../stores';
import type { Layout } from './grid/layout';
import { changeView } from './inventory-store';
import type { View } from './inventory-view';

/** Changes what is looked at. The rows that were selected stay selected; what can be done with them follows what is shown. */
export function lookOtherwise({ inventory }: Stores, part: Partial<View>): void {
  changeView(inventory, part);
}

export function changeQuery(stores: Stores, query: string): void {
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
