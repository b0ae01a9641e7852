import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OwnDeeds } from '../../shared/domain/drift';
import type { OwnWork } from './own-work';

/** What Rekey did by a connection or by another to the same host: each of them sees what the others did. */
export const ownWorkAtHost =
  (
    { of }: Pick<OwnWork, 'of'>,
    othersAt: (connection: ConnectionId) => readonly ConnectionId[],
  ): ((connection: ConnectionId) => OwnDeeds) =>
  (connection) => {
    const others = othersAt(connection);
    if (others.length === 0) return of(connection);
    const all = [connection, ...others].map(of);
    return {
      made: new Set(all.flatMap(({ made }) => [...made])),
      deleted: new Set(all.flatMap(({ deleted }) => [...deleted])),
    };
  };
