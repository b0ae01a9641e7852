import { BUILT_IN_VIEWS } from './inventory/views/built-in-views';
import { FIRST_VIEW } from './inventory/inventory-view';
import { lookOtherwise } from './inventory/inventory-deeds';
import type { Stores } from './stores';

/** Brings what is due before a person's eyes, of all connections. */
export function showDue(stores: Stores): void {
  const [dueNow] = BUILT_IN_VIEWS;
  if (dueNow === undefined) return;
  const { name: _name, ...view } = dueNow;
  stores.app.setState({ section: 'Inventory' });
  stores.inventory.setState({ tab: 'tokens', opened: undefined });
  lookOtherwise(stores, { ...FIRST_VIEW, ...view });
}
