import { useApp, useInventory, useStores } from '../stores';
import { plain, shortened } from '../words/token-words';
import { lookOtherwise } from './inventory-deeds';

/** Which connection is looked at, where there are several. */
export function ConnectionChoice() {
  const stores = useStores();
  const connections = useApp((state) => state.connections);
  const chosen = useInventory((state) => state.view.connection);
  if (connections.length < 2) return null;
  return (
    <select
      className="input connection-choice"
      aria-label="Connection"
      value={chosen}
      onChange={(event) => {
        const connection = connections.find(({ id }) => id === event.target.value);
        lookOtherwise(stores, { connection: connection?.id ?? 'all' });
      }}
    >
      <option value="all">All connections</option>
      {connections.map(({ id, name, login }) => (
        <option key={id} value={id}>
          {shortened(plain(name), 60)} ({shortened(plain(login), 40)})
        </option>
      ))}
    </select>
  );
}
