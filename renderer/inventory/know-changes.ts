import type { ConnectionId } from '../../shared/domain/connection-id';
import { bridge } from '../bridge';
import type { Stores } from '../stores';
import { withChanges } from './changes';

/** Asks what changed at a connection since the look before, for the filter `is:changed` and the count of all changes. */
export async function knowChanges(
  { inventory }: Pick<Stores, 'inventory'>,
  connection: ConnectionId,
): Promise<void> {
  const drift = await bridge['inventory:drift']({ connection });
  inventory.setState((state) => withChanges(state, connection, drift.ok ? drift.value : undefined));
}
