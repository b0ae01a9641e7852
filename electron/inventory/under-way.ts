import { setMaxListeners } from 'node:events';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { SyncFailure } from '../../shared/domain/inventory';
import { err, type Result } from '../../shared/result';
import type { OpenConnection } from './open-connection';

type Ended = Promise<Result<null, SyncFailure>>;

/** What is being read just now: one look or retry at a time for each connection, and each can be stopped. */
export interface UnderWay {
  readonly run: (
    connection: ConnectionId,
    work: (open: OpenConnection, signal: AbortSignal) => Ended,
  ) => Ended;
  readonly isRunning: (connection: ConnectionId) => boolean;
  /** Resolves when what is under way, if anything, has ended. */
  readonly stop: (connection: ConnectionId) => Promise<void>;
}

export function openUnderWay(openOf: (connection: ConnectionId) => OpenConnection | undefined): UnderWay {
  const underWay = new Map<ConnectionId, { readonly stopping: AbortController; readonly ended: Ended }>();

  return {
    run: async (connection, work) => {
      if (underWay.has(connection)) return err({ kind: 'busy' });
      const open = openOf(connection);
      if (open === undefined) return err({ kind: 'credential-missing' });
      const stopping = new AbortController();
      // Every request in flight, and every one that waits, listens to it, which is no leak.
      setMaxListeners(0, stopping.signal);
      const ended = work(open, stopping.signal).finally(() => underWay.delete(connection));
      underWay.set(connection, { stopping, ended });
      return ended;
    },
    isRunning: (connection) => underWay.has(connection),
    stop: async (connection) => {
      const one = underWay.get(connection);
      one?.stopping.abort();
      await one?.ended;
    },
  };
}
