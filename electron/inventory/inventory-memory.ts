import type { ConnectionId } from '../../shared/domain/connection-id';
import type { InventorySlice } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { goneBetween } from './merge-rows';
import type { Snapshot } from './snapshots';

/** The last inventory of every connection in memory, and every token by its ref. */
export interface InventoryMemory {
  readonly lastOf: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  /** A token as one connection sees it; where it does not, or none is named, as another does. */
  readonly recordOf: (ref: TokenRef, connection?: ConnectionId) => TokenRecord | undefined;
  /** What has been read of a connection's last inventory already. */
  readonly loadedOf: (connection: ConnectionId) => Snapshot | undefined;
  /** The connections whose last inventory has the token. */
  readonly seenBy: (ref: TokenRef) => readonly ConnectionId[];
  /** Answers with the tokens that the new inventory no longer has. */
  readonly replace: (connection: ConnectionId, next: Snapshot) => Promise<readonly TokenRef[]>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

/** `load` is asked once a connection, when its inventory is first wanted. */
export function openInventoryMemory(
  load: (connection: ConnectionId) => Promise<Snapshot | undefined>,
): InventoryMemory {
  const known = new Map<ConnectionId, Promise<Snapshot | undefined>>();
  const loaded = new Map<ConnectionId, Snapshot>();
  /** Most tokens are seen by one connection: those that others see as well are kept beside. */
  const records = new Map<TokenRef, TokenRecord>();
  const alsoSeen = new Map<TokenRef, readonly TokenRecord[]>();

  const index = (connection: ConnectionId, snapshot: Snapshot | undefined): Snapshot | undefined => {
    if (snapshot !== undefined) loaded.set(connection, snapshot);
    for (const token of snapshot?.tokens ?? []) {
      const first = records.get(token.ref);
      if (first === undefined || first.connection === token.connection) records.set(token.ref, token);
      else {
        const others = (alsoSeen.get(token.ref) ?? []).filter(
          ({ connection }) => connection !== token.connection,
        );
        alsoSeen.set(token.ref, [...others, token]);
      }
    }
    return snapshot;
  };

  const allOf = (ref: TokenRef): readonly TokenRecord[] => {
    const first = records.get(ref);
    return first === undefined ? [] : [first, ...(alsoSeen.get(ref) ?? [])];
  };

  const drop = (ref: TokenRef, connection: ConnectionId) => {
    const [first, ...others] = allOf(ref).filter((token) => token.connection !== connection);
    if (first === undefined) records.delete(ref);
    else records.set(ref, first);
    if (others.length === 0) alsoSeen.delete(ref);
    else alsoSeen.set(ref, others);
  };

  const lastOf = (connection: ConnectionId): Promise<Snapshot | undefined> => {
    const loaded = known.get(connection) ?? load(connection).then((snapshot) => index(connection, snapshot));
    known.set(connection, loaded);
    return loaded;
  };

  return {
    lastOf,
    recordOf: (ref, connection) => {
      const first = records.get(ref);
      if (connection === undefined || first?.connection === connection) return first;
      return allOf(ref).find((token) => token.connection === connection) ?? first;
    },
    loadedOf: (connection) => loaded.get(connection),
    seenBy: (ref) => allOf(ref).map(({ connection }) => connection),
    replace: async (connection, next) => {
      const gone = goneBetween((await lastOf(connection))?.tokens ?? [], next.tokens);
      for (const ref of gone) drop(ref, connection);
      known.set(connection, Promise.resolve(index(connection, next)));
      return gone;
    },
    forget: async (connection) => {
      for (const token of (await lastOf(connection))?.tokens ?? []) drop(token.ref, connection);
      known.delete(connection);
      loaded.delete(connection);
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
