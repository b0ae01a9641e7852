import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, ok, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { likelyConsumers } from '../delivery/likely-consumers';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  | 'delivery:contexts'
  | 'delivery:context-variables'
  | 'delivery:project-variables'
  | 'delivery:likely'
  | 'delivery:consumers'
  | 'delivery:consumer-refs';

export function deliveryHandlers({ connections, inventory, consumers }: Features): Pick<Handlers, Channels> {
  const ask = async <Value>(
    connection: ConnectionId,
    question: (client: CircleCiClient) => Promise<Result<Value, ApiFailure>>,
  ): Promise<Result<Value, ApiFailure>> => {
    const live = connections.liveOf(connection);
    return live === undefined ? err({ kind: 'unauthorized' }) : question(live.client);
  };

  return {
    'delivery:contexts': ({ connection }) => ask(connection, (client) => client.listContexts()),
    'delivery:context-variables': ({ connection, contextId }) =>
      ask(connection, (client) => client.listContextVariables(contextId)),
    'delivery:project-variables': ({ connection, project }) =>
      ask(connection, (client) => client.listProjectVariables(project)),
    'delivery:consumers': ({ ref }) => Promise.resolve(ok(consumers.of(ref))),
    'delivery:consumer-refs': () => Promise.resolve(ok(consumers.refs())),
    'delivery:likely': ({ connection, ref }) => {
      const record = inventory.recordOf(ref);
      const lastFour = record?.lastFour ?? consumers.of(ref).lastFour;
      if (record?.connection !== connection || lastFour === undefined) return Promise.resolve(ok([]));
      // Variables are of API v2, which Server 2.x does not have: there is nobody to ask.
      if (connections.factsOf(connection)?.capabilities.v2 !== true) return Promise.resolve(ok([]));
      return ask(connection, (client) => likelyConsumers(client, record.project, lastFour));
    },
  };
}
