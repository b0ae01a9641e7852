import type { Connections } from './credentials/connections';
import type { Noting } from './note-facts';

/** Connections as they are, each coming and going written down. Neither waits for the ledger: what is forgotten is safe. */
export function notedConnections(connections: Connections, { noteSoon }: Noting): Connections {
  return {
    ...connections,
    connect: async (request) => {
      const connected = await connections.connect(request);
      if (connected.ok)
        noteSoon({ kind: 'connection-added', name: connected.value.name }, connected.value.id);
      return connected;
    },
    forget: async (id) => {
      const facts = connections.factsOf(id);
      // While it is still known whose account it was.
      if (facts !== undefined) noteSoon({ kind: 'connection-forgotten', name: facts.name }, id);
      await connections.forget(id);
    },
  };
}
