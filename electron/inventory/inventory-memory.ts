import type { ConnectionId } from '../../shared/domain/connection-id';
import type { InventorySlice } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { goneBetween } from './merge-rows';
import type { Snapshot } from './snapshots';

/** The last inventory of every connection in memory, and every token by its ref. */
export interface InventoryMemory {
  readonly lastOf: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  readonly recordOf: (ref: TokenRef) => TokenRecord | undefined;
  /** Answers with the tokens that the new inventory no longer has. */
  readonly replace: (connection: ConnectionId, next: Snapshot) => Promise<readonly TokenRef[]>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

/** `load` is asked once a connection, when its inventory is first wanted. */
export function openInventoryMemory(
  load: (connection: ConnectionId) => Promise<Snapshot | undefined>,
): InventoryMemory {
  const known = new Map<ConnectionId, Promise<Snapshot | undefined>>();
  const records = new Map<TokenRef, TokenRecord>();

  const index = (snapshot: Snapshot | undefined): Snapshot | undefined => {
    for (const token of snapshot?.tokens ?? []) records.set(token.ref, token);
    return snapshot;
  };

  const lastOf = (connection: ConnectionId): Promise<Snapshot | undefined> => {
    const loaded = known.get(connection) ?? load(connection).then(index);
    known.set(connection, loaded);
    return loaded;
  };

  return {
    lastOf,
    recordOf: (ref) => records.get(ref),
    replace: async (connection, next) => {
      const gone = goneBetween((await lastOf(connection))?.tokens ?? [], next.tokens);
      for (const ref of gone) records.delete(ref);
      known.set(connection, Promise.resolve(index(next)));
      return gone;
    },
    forget: async (connection) => {
      for (const token of (await lastOf(connection))?.tokens ?? []) records.delete(token.ref);
      known.delete(connection);
    },
  };
}

/** Cuts `most` rows from a snapshot, beginning at row `from`. The first slice carries the coverage. */
export function sliceOf(snapshot: Snapshot | undefined, from: number, most: number): InventorySlice {
  if (snapshot === undefined) return { tokens: [], total: 0 };
  const { tokens, takenAt, coverage } = snapshot;
  const to = from + most;
  return {
    tokens: tokens.slice(from, to),
    total: tokens.length,
    takenAt,
    ...(to < tokens.length && { next: to }),
    ...(from === 0 && { coverage }),
  };
}
