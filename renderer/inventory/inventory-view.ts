import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Grouping } from './rows/grouping';
import type { SortKey } from './rows/order';

/** What of the inventory is looked at, and how: all of it can be saved, undone and told in words. */
export interface View {
  readonly connection: ConnectionId | 'all';
  /** In the query language; facets, charts and chips write into it. */
  readonly query: string;
  readonly sort: readonly SortKey[];
  readonly group: Grouping | 'none';
}

export const FIRST_VIEW: View = {
  connection: 'all',
  query: '',
  sort: [{ column: 'due', isDescending: false }],
  group: 'none',
};
