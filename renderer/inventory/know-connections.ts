import type { ConnectionFacts } from '../../shared/domain/connection';
import type { TokenRef } from '../../shared/domain/token-ref';
import { changesAmong } from './changes';
import type { InventoryStore } from './inventory-store';
import { removeTokens, showTold } from './take-in';

/** Knows the connections that there are, and drops what was known of others. */
export function knowConnections(store: InventoryStore, connections: readonly ConnectionFacts[]): void {
  // What was told of a connection before it went must not come in when it is gone.
  showTold(store);
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  const { rows, looks, view } = store.getState();
  const gone: TokenRef[] = [];
  const known = new Set<string>(names.keys());
  for (let row = 0; row < rows.size(); row += 1) {
    const ref = rows.refAt(row);
    if (!rows.hasShared() && known.has(rows.columns.connection.get(row))) continue;
    const unknown = rows.seenBy(row).filter((id) => !known.has(id));
    if (ref !== undefined && unknown.some((id) => rows.forsake(ref, id))) gone.push(ref);
  }
  if (gone.length > 0) removeTokens(store, gone);
  store.setState({
    connectionNames: names,
    ...changesAmong(store.getState(), new Set(names.keys())),
    looks: new Map([...looks].filter(([id]) => names.has(id))),
    view: view.connection !== 'all' && !names.has(view.connection) ? { ...view, connection: 'all' } : view,
  });
}
