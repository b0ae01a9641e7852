import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = 'connections:list' | 'connections:connect' | 'connections:start-demo' | 'connections:forget';

/** What these calls lead to. */
export interface ConnectionNeeds extends Pick<
  Features,
  'connected' | 'confirmForgetting' | 'readRequest' | 'startDemo'
> {
  readonly connections: Pick<Features['connections'], 'list' | 'connect' | 'factsOf' | 'forget'>;
  readonly inventory: Pick<Features['inventory'], 'forget'>;
  readonly rotation: Pick<Features['rotation'], 'runs'>;
}

export function connectionHandlers(features: ConnectionNeeds): Pick<Handlers, Channels> {
  const { connections, inventory, rotation } = features;
  const isRotating = (connection: ConnectionId) =>
    rotation.runs().some((run) => run.connection === connection);

  const connect = async (request: ReturnType<Features['readRequest']>) => {
    if (!request.ok) return request;
    const connected = await connections.connect(request.value);
    if (connected.ok) await features.connected();
    return connected;
  };

  return {
    'connections:list': () => Promise.resolve(ok(connections.list())),
    'connections:connect': (typed) => connect(features.readRequest(typed)),
    'connections:start-demo': async () => connect(ok(await features.startDemo())),
    'connections:forget': async ({ connection }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      if (isRotating(connection)) return err({ kind: 'busy' });
      if (!(await features.confirmForgetting(connection))) return err({ kind: 'declined' });
      // A run may have begun while the question stood.
      if (isRotating(connection)) return err({ kind: 'busy' });
      await inventory.forget(connection);
      await connections.forget(connection);
      return ok(null);
    },
  };
}
