import type { ConnectionId } from '../../shared/domain/connection-id';
import { bridge } from '../bridge';
import type { Stores } from '../stores';
import { isStillThere } from './drift/drift-groups';

/** Asks which tokens of a connection are new or changed since the look before, for the filter `is:changed`. */
export async function knowChanges(
  { inventory }: Pick<Stores, 'inventory'>,
  connection: ConnectionId,
): Promise<void> {
  const drift = await bridge['inventory:drift']({ connection });
  const changes = drift.ok ? drift.value.changes : [];
  const refs = changes.flatMap(({ kind, token }) =>
    isStillThere(kind) && kind !== 'first-read' ? [token.ref] : [],
  );
  const { changedIn } = inventory.getState();
  const next = new Map(changedIn).set(connection, refs);
  inventory.setState({ changedIn: next, changed: new Set([...next.values()].flat()) });
}
