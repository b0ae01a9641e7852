import { createStore } from 'zustand/vanilla';

import { isDue, type AgePolicy } from '../../shared/domain/age-policy';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { InventoryBatch, InventorySettled, SyncFailure } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { memoiseLast } from '../memoise';
import { indexToken, type IndexedToken } from './indexed-token';
import { filterTokens, NO_FILTER, sortTokens, type Sort, type TokenFilter } from './token-filter';

/** Where the look at one connection is. */
export type LookState =
  | { readonly phase: 'resting' }
  | { readonly phase: 'looking'; readonly done: number; readonly of: number }
  | { readonly phase: 'failed'; readonly why: SyncFailure };

export interface ConnectionLook {
  readonly state: LookState;
  readonly takenAt?: Instant;
  readonly coverage?: Coverage;
}

export interface InventoryState {
  /** A new map with every change, and the tokens in it the same objects while they are the same. */
  readonly tokens: ReadonlyMap<TokenRef, IndexedToken>;
  readonly looks: ReadonlyMap<ConnectionId, ConnectionLook>;
  readonly filter: TokenFilter;
  readonly sort: Sort;
  readonly selected: ReadonlySet<TokenRef>;
  readonly policy: AgePolicy;
  readonly now: Instant;
}

export type InventoryStore = ReturnType<typeof createInventoryStore>;

export const createInventoryStore = (policy: AgePolicy, now: Instant) =>
  createStore<InventoryState>()(() => ({
    tokens: new Map(),
    looks: new Map(),
    filter: NO_FILTER,
    sort: { column: 'due', isDescending: false },
    selected: new Set(),
    policy,
    now,
  }));

const RESTING: ConnectionLook = { state: { phase: 'resting' } };
export const lookOf = (state: InventoryState, connection: ConnectionId) =>
  state.looks.get(connection) ?? RESTING;

function withLook(state: InventoryState, connection: ConnectionId, look: Partial<ConnectionLook>) {
  return new Map(state.looks).set(connection, { ...lookOf(state, connection), ...look });
}

export function setLook(
  store: InventoryStore,
  connection: ConnectionId,
  look: Partial<ConnectionLook>,
): void {
  store.setState((state) => ({ looks: withLook(state, connection, look) }));
}

/** Takes rows in: those with a known ref replace what was there. */
export function takeTokens(store: InventoryStore, rows: readonly TokenRecord[]): void {
  if (rows.length === 0) return;
  store.setState(({ tokens, policy, now }) => {
    const next = new Map(tokens);
    for (const row of rows) next.set(row.ref, indexToken(row, policy, now));
    return { tokens: next };
  });
}

export function takeBatch(store: InventoryStore, { connection, tokens, progress }: InventoryBatch): void {
  takeTokens(store, tokens);
  if (lookOf(store.getState(), connection).state.phase !== 'looking') return;
  setLook(store, connection, { state: { phase: 'looking', ...progress } });
}

export function settleLook(
  store: InventoryStore,
  { connection, takenAt, coverage, gone }: InventorySettled,
): void {
  if (gone.length > 0) removeTokens(store, gone);
  setLook(store, connection, { takenAt, coverage });
}

export function removeTokens(store: InventoryStore, gone: readonly TokenRef[]): void {
  store.setState(({ tokens, selected }) => {
    const next = new Map(tokens);
    const stillSelected = new Set(selected);
    for (const ref of gone) {
      next.delete(ref);
      stillSelected.delete(ref);
    }
    return { tokens: next, selected: stillSelected };
  });
}

/** Drops what was known of connections that are no longer there. */
export function keepOnly(store: InventoryStore, connections: ReadonlySet<ConnectionId>): void {
  const { tokens, looks, filter } = store.getState();
  const gone = [...tokens.values()].filter(({ token }) => !connections.has(token.connection));
  if (gone.length > 0)
    removeTokens(
      store,
      gone.map(({ token }) => token.ref),
    );
  if ([...looks.keys()].some((id) => !connections.has(id))) {
    store.setState({ looks: new Map([...looks].filter(([id]) => connections.has(id))) });
  }
  if (filter.connection !== 'all' && !connections.has(filter.connection)) {
    store.setState({ filter: { ...filter, connection: 'all' } });
  }
}

const allTokens = memoiseLast((tokens: InventoryState['tokens']) => [...tokens.values()]);
const sorted = memoiseLast((tokens: InventoryState['tokens'], sort: Sort) =>
  sortTokens(allTokens(tokens), sort),
);
const shown = memoiseLast((tokens: InventoryState['tokens'], sort: Sort, filter: TokenFilter) =>
  filterTokens(sorted(tokens, sort), filter),
);
const ofConnection = memoiseLast((tokens: InventoryState['tokens'], connection: TokenFilter['connection']) =>
  filterTokens(allTokens(tokens), { ...NO_FILTER, connection }),
);
const dueCount = memoiseLast(
  (tokens: readonly IndexedToken[]) => tokens.filter(({ due }) => isDue(due)).length,
);

/** The rows of the grid: filtered and in order. */
export const selectShown = ({ tokens, sort, filter }: InventoryState) => shown(tokens, sort, filter);

/** Everything of the chosen connection, or of all, before any filter. */
export const selectInScope = ({ tokens, filter }: InventoryState) => ofConnection(tokens, filter.connection);

export const selectDueCount = (state: InventoryState) => dueCount(selectInScope(state));
