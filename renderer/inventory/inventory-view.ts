import type { ConnectionId } from '../../shared/domain/connection-id';
import type { SavedView } from '../../shared/domain/saved-view';

/** What of the inventory is looked at, and how: all of it can be saved, undone and told in words. */
export interface View extends Omit<SavedView, 'name'> {
  readonly connection: ConnectionId | 'all';
}

export const FIRST_VIEW: View = {
  connection: 'all',
  query: '',
  sort: [{ column: 'due', isDescending: false }],
  group: 'none',
};
