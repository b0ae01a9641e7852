import type { ConnectionId } from '../../shared/domain/connection-id';
import { bridge } from '../bridge';
import type { Stores } from '../stores';

/** Asks which tokens of a connection are new or changed since the look before, for the filter `is:changed`. */
export async function knowChanges(
  { inventory }: Pick<Stores, 'inventory'>,
  connection: ConnectionId,
): Promise<void> {
  const drift = await bridge['inventory:drift']({ connection });
  const refs = drift.ok ? drift.value.changedRefs : [];
  const { changedIn } = inventory.getState();
  const next = new Map(changedIn).set(connection, refs);
  inventory.setState({ changedIn: next, changed: new Set([...next.values()].flat()) });
}
