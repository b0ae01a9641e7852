import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = 'connections:list' | 'connections:connect' | 'connections:start-demo' | 'connections:forget';

export function connectionHandlers(features: Features): Pick<Handlers, Channels> {
  const { connections, inventory, rotation } = features;

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
      if (rotation.runs().some((run) => run.connection === connection)) return err({ kind: 'busy' });
      if (!(await features.confirmForgetting(connection))) return err({ kind: 'declined' });
      await inventory.forget(connection);
      await connections.forget(connection);
      return ok(null);
    },
  };
}
