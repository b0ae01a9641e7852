import type { ConnectionId } from '../../shared/domain/connection-id';
import { lookFactsOf } from '../../shared/domain/drift-report';
import { ok } from '../../shared/result';
import type { SaveHow, Snapshot, Snapshots } from './snapshots';

const MOST = 3;

interface Kept {
  readonly newest: Snapshot;
  /** The newest as it was looked at, before any edit. */
  readonly original: Snapshot;
  readonly older: readonly Snapshot[];
}

/** The snapshots of connections that must leave nothing on disk: the last few looks, for as long as the app runs. */
export function openMemorySnapshots(): Snapshots {
  const all = new Map<ConnectionId, Kept>();
  const olderOf = (connection: ConnectionId) => all.get(connection)?.older ?? [];

  return {
    load: (connection) => Promise.resolve(all.get(connection)?.newest),
    save: (connection, snapshot, how) => {
      all.set(connection, keptAfter(all.get(connection), snapshot, how));
      return Promise.resolve(ok(null));
    },
    older: (connection) => Promise.resolve(olderOf(connection).map(lookFactsOf)),
    olderAt: (connection, takenAt) =>
      Promise.resolve(olderOf(connection).find((snapshot) => snapshot.takenAt === takenAt)),
    forget: (connection) => {
      all.delete(connection);
      return Promise.resolve();
    },
  };
}

function keptAfter(kept: Kept | undefined, newest: Snapshot, how: SaveHow): Kept {
  if (kept === undefined) return { newest, original: newest, older: [] };
  const { original, older } = kept;
  if (how === 'beside') return { newest, original: newest, older: [original, ...older].slice(0, MOST - 1) };
  const isUnedited = kept.newest === original;
  return { newest, original: how === 'in-place' && isUnedited ? newest : original, older };
}
