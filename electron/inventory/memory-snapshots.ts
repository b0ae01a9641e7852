import type { ConnectionId } from '../../shared/domain/connection-id';
import { lookFactsOf } from '../../shared/domain/drift-report';
import { ok } from '../../shared/result';
import type { Snapshot, Snapshots } from './snapshots';

const MOST = 3;

/** The snapshots of connections that must leave nothing on disk: the last few looks, for as long as the app runs. */
export function openMemorySnapshots(): Snapshots {
  const kept = new Map<ConnectionId, readonly Snapshot[]>();
  const olderOf = (connection: ConnectionId) => kept.get(connection)?.slice(1) ?? [];

  return {
    load: (connection) => Promise.resolve(kept.get(connection)?.[0]),
    save: (connection, snapshot, how) => {
      const before = how === 'beside' ? (kept.get(connection) ?? []) : olderOf(connection);
      kept.set(connection, [snapshot, ...before].slice(0, MOST));
      return Promise.resolve(ok(null));
    },
    older: (connection) => Promise.resolve(olderOf(connection).map(lookFactsOf)),
    olderAt: (connection, takenAt) =>
      Promise.resolve(olderOf(connection).find((snapshot) => snapshot.takenAt === takenAt)),
    forget: (connection) => {
      kept.delete(connection);
      return Promise.resolve();
    },
  };
}
