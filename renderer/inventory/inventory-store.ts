import { createStore } from 'zustand/vanilla';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { HostHold } from '../../shared/domain/host-hold';
import type { SyncFailure, SyncProgress } from '../../shared/domain/inventory';
import type { SavedView } from '../../shared/domain/saved-view';
import { nextRuleChange } from '../../shared/domain/next-change';
import type { Rules } from '../../shared/domain/standing';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { KnownChanges } from './changes';
import { openIncoming, type Incoming } from './incoming';
import { FIRST_LAYOUT, type Layout } from './grid/layout';
import { FIRST_VIEW, type View } from './inventory-view';
import { openTokenRows, type TokenRows } from './rows/token-rows';

/** Where the look at one connection is. */
export type LookState =
  | { readonly phase: 'resting' }
  | ({ readonly phase: 'looking' } & SyncProgress)
  | { readonly phase: 'failed'; readonly why: SyncFailure };

export interface ConnectionLook {
  readonly state: LookState;
  readonly takenAt?: Instant;
  readonly coverage?: Coverage;
}

/** Which way of looking at the inventory is shown. */
export type InventoryTab = 'tokens' | 'coverage' | 'changes';

export interface InventoryState extends KnownChanges {
  /** One object for as long as the page stands; `revision` says when something in it changed. */
  readonly rows: TokenRows;
  /** What was told of a look and is not among the rows yet. */
  readonly incoming: Incoming;
  readonly revision: number;
  /** The revision that pictures show: while a look streams they rest, as drawing them would hold the page. */
  readonly pictureRevision: number;
  readonly looks: ReadonlyMap<ConnectionId, ConnectionLook>;
  /** Hosts that asked to be left alone for a while, by address. */
  readonly holds: ReadonlyMap<string, NonNullable<HostHold['hold']>>;
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
  /** What the rows are judged by, and when: the instant that main announced last. It is the page's only time. */
  readonly rules: Rules;
  readonly now: Instant;
  /** Until when no row's policy status changes by time alone. */
  readonly unchangedUntil: Instant;
}

export type InventoryStore = ReturnType<typeof createInventoryStore>;

export const createInventoryStore = (rules: Rules, now: Instant) =>
  createStore<InventoryState>()(() => ({
    rows: openTokenRows(),
    incoming: openIncoming(),
    revision: 0,
    pictureRevision: 0,
    looks: new Map(),
    holds: new Map(),
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
    changesIn: new Map(),
    rules,
    now,
    unchangedUntil: nextRuleChange(rules, now),
  }));

const RESTING: ConnectionLook = { state: { phase: 'resting' } };
export const lookOf = (state: InventoryState, connection: ConnectionId) =>
  state.looks.get(connection) ?? RESTING;

export function changeView(store: InventoryStore, part: Partial<View>): void {
  store.setState(({ view }) => ({ view: { ...view, ...part } }));
}
