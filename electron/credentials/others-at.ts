import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Connections } from './connections';

/** The other connections to the host that a connection is to. */
export function othersAt(
  { list, factsOf }: Pick<Connections, 'list' | 'factsOf'>,
  connection: ConnectionId,
): readonly ConnectionId[] {
  const address = factsOf(connection)?.address;
  return list().flatMap((other) => (other.address === address && other.id !== connection ? [other.id] : []));
}
