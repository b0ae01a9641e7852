import { createStore } from 'zustand/vanilla';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { InventoryBatch, InventorySettled, SyncFailure } from '../../shared/domain/inventory';
import type { SavedView } from '../../shared/domain/saved-view';
import { inForceAt, standing, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { FIRST_LAYOUT, type Layout } from './grid/layout';
import { FIRST_VIEW, type View } from './inventory-view';
import { coverRows } from './rows/cover-rows';
import { openTokenRows, type TokenRows } from './rows/token-rows';

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

/** Which way of looking at the inventory is shown. */
export type InventoryTab = 'tokens' | 'coverage' | 'changes';

export interface InventoryState {
  /** One object for as long as the page stands; `revision` says when something in it changed. */
  readonly rows: TokenRows;
  readonly revision: number;
  /** The revision that pictures show: while a look streams they rest, as drawing them would hold the page. */
  readonly pictureRevision: number;
  readonly looks: ReadonlyMap<ConnectionId, ConnectionLook>;
  readonly connectionNames: ReadonlyMap<ConnectionId, string>;
  readonly tab: InventoryTab;
  readonly view: View;
  readonly layout: Layout;
  /** Of a person's own making. */
  readonly views: readonly SavedView[];
  /** Absent until a person has folded or unfolded it. */
  readonly isOverviewFolded: boolean | undefined;
  /** Heads of groups whose rows are not drawn. */
  readonly folded: ReadonlySet<string>;
  readonly selected: ReadonlySet<TokenRef>;
  /** The token in the side panel. */
  readonly opened: TokenRef | undefined;
  /** Tokens that a person has said the consumers of. */
  readonly withConsumers: ReadonlySet<TokenRef>;
  /** Tokens that are new or changed since the look before. */
  readonly changed: ReadonlySet<TokenRef>;
  /** The same by connection, as each is told by itself. */
  readonly changedIn: ReadonlyMap<ConnectionId, readonly TokenRef[]>;
  /** What the rows are judged by, and when. */
  readonly rules: Rules;
  readonly now: Instant;
}

export type InventoryStore = ReturnType<typeof createInventoryStore>;

export const createInventoryStore = (rules: Rules, now: Instant) =>
  createStore<InventoryState>()(() => ({
    rows: openTokenRows(),
    revision: 0,
    pictureRevision: 0,
    looks: new Map(),
    connectionNames: new Map(),
    tab: 'tokens',
    view: FIRST_VIEW,
    layout: FIRST_LAYOUT,
    views: [],
    isOverviewFolded: undefined,
    folded: new Set(),
    selected: new Set(),
    opened: undefined,
    withConsumers: new Set(),
    changed: new Set(),
    changedIn: new Map(),
    rules,
    now,
  }));

const RESTING: ConnectionLook = { state: { phase: 'resting' } };
export const lookOf = (state: InventoryState, connection: ConnectionId) =>
  state.looks.get(connection) ?? RESTING;

export function setLook(
  store: InventoryStore,
  connection: ConnectionId,
  look: Partial<ConnectionLook>,
): void {
  const state = store.getState();
  const looks = new Map(state.looks).set(connection, { ...lookOf(state, connection), ...look });
  if (look.coverage === undefined) {
    store.setState({ looks });
    return;
  }
  coverRows(state.rows, connection, look.coverage);
  const revision = state.revision + 1;
  store.setState({ looks, revision, pictureRevision: revision });
}

/** Takes rows in: those with a known ref replace what was there. */
export function takeTokens(store: InventoryStore, tokens: readonly TokenRecord[]): void {
  if (tokens.length === 0) return;
  const { revision } = store.getState();
  putAll(store, tokens);
  store.setState({ revision: revision + 1, pictureRevision: revision + 1 });
}

function putAll(store: InventoryStore, tokens: readonly TokenRecord[]): void {
  const { rows, rules, now } = store.getState();
  const inForce = inForceAt(rules, now);
  for (const token of tokens) rows.put(token, standing(token, inForce, now));
}

/** Takes what a look found in, and how far it is, in one change: each costs the page a drawing. */
export function takeBatch(
  store: InventoryStore,
  { connection, tokens, progress }: Omit<InventoryBatch, 'projects'>,
): void {
  const state = store.getState();
  const { revision, looks } = state;
  putAll(store, tokens);
  const look = lookOf(state, connection);
  const isLooking = look.state.phase === 'looking';
  store.setState({
    ...(tokens.length > 0 && { revision: revision + 1 }),
    ...(isLooking && {
      looks: new Map(looks).set(connection, { ...look, state: { phase: 'looking', ...progress } }),
    }),
  });
}

export function settleLook(
  store: InventoryStore,
  { connection, takenAt, coverage, gone }: InventorySettled,
): void {
  if (gone.length > 0) removeTokens(store, gone);
  setLook(store, connection, { takenAt, coverage });
}

export function removeTokens(store: InventoryStore, gone: readonly TokenRef[]): void {
  const { rows, revision, selected, opened } = store.getState();
  for (const ref of gone) rows.remove(ref);
  const isGone = new Set(gone);
  const left = gone.some((ref) => selected.has(ref))
    ? new Set([...selected].filter((ref) => !isGone.has(ref)))
    : selected;
  const isOpenedGone = opened !== undefined && isGone.has(opened);
  store.setState({
    revision: revision + 1,
    pictureRevision: revision + 1,
    selected: left,
    ...(isOpenedGone && { opened: undefined }),
  });
}

/** Knows the connections that there are, and drops what was known of others. */
export function knowConnections(store: InventoryStore, connections: readonly ConnectionFacts[]): void {
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  const { rows, looks, view } = store.getState();
  const gone: TokenRef[] = [];
  const known = new Set<string>(names.keys());
  for (let row = 0; row < rows.size(); row += 1) {
    const ref = rows.refAt(row);
    if (ref !== undefined && !known.has(rows.columns.connection.get(row))) gone.push(ref);
  }
  if (gone.length > 0) removeTokens(store, gone);
  store.setState({
    connectionNames: names,
    looks: new Map([...looks].filter(([id]) => names.has(id))),
    view: view.connection !== 'all' && !names.has(view.connection) ? { ...view, connection: 'all' } : view,
  });
}

export function changeView(store: InventoryStore, part: Partial<View>): void {
  store.setState(({ view }) => ({ view: { ...view, ...part } }));
}
