import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import { nextStatusChange } from '../../shared/domain/next-change';
import { inForceAt, standing } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Told } from './incoming';
import { lookOf, type ConnectionLook, type InventoryState, type InventoryStore } from './inventory-store';
import { coverRows } from './rows/cover-rows';

/** Takes rows in: those with a known ref replace what was there. */
export function takeTokens(store: InventoryStore, tokens: readonly TokenRecord[]): void {
  if (tokens.length === 0) return;
  const state = store.getState();
  const unchangedUntil = putAll(state, tokens);
  store.setState({ ...changed(state), unchangedUntil });
}

/** Takes rows out, also of what is selected and opened. */
export function removeTokens(store: InventoryStore, gone: readonly TokenRef[]): void {
  store.setState(without(store.getState(), gone));
}

/** Writes down where the look at a connection is; where it is told how it ended, also in the rows. */
export function setLook(
  store: InventoryStore,
  connection: ConnectionId,
  look: Partial<ConnectionLook>,
): void {
  store.setState(withLook(store.getState(), connection, look));
}

/** Takes in what looks told of and is not shown yet, in one change: each costs the page a sorting and a drawing. */
export function showTold(store: InventoryStore): void {
  const before = store.getState();
  const told = before.incoming.takeAll();
  if (told.length > 0) store.setState(told.reduce(withTold, before));
}

function withTold(state: InventoryState, told: Told): InventoryState {
  const { connection } = told;
  if (told.kind === 'ended') {
    const { takenAt, coverage, gone } = told;
    return withLook(gone.length > 0 ? without(state, lost(state, gone, connection)) : state, connection, {
      takenAt,
      coverage,
    });
  }
  const { tokens, progress } = told;
  const unchangedUntil = putAll(state, tokens);
  const isLooking = lookOf(state, connection).state.phase === 'looking';
  const known = isLooking ? withLook(state, connection, { state: { phase: 'looking', ...progress } }) : state;
  return tokens.length === 0 ? known : { ...known, revision: known.revision + 1, unchangedUntil };
}

function withLook(
  state: InventoryState,
  connection: ConnectionId,
  look: Partial<ConnectionLook>,
): InventoryState {
  const looks = new Map(state.looks).set(connection, { ...lookOf(state, connection), ...look });
  if (look.coverage === undefined) return { ...state, looks };
  coverRows(state.rows, connection, look.coverage);
  return { ...changed(state), looks };
}

/** Those that no other connection sees. */
const lost = ({ rows }: InventoryState, gone: readonly TokenRef[], connection: ConnectionId) =>
  gone.filter((ref) => rows.forsake(ref, connection));

function without(state: InventoryState, gone: readonly TokenRef[]): InventoryState {
  const { rows, selected, opened } = state;
  for (const ref of gone) rows.remove(ref);
  const isGone = new Set(gone);
  return {
    ...changed(state),
    selected: gone.some((ref) => selected.has(ref))
      ? new Set([...selected].filter((ref) => !isGone.has(ref)))
      : selected,
    opened: opened !== undefined && isGone.has(opened) ? undefined : opened,
  };
}

/** Answers with until when no row's policy status changes by time alone. */
function putAll(state: InventoryState, tokens: readonly TokenRecord[]): Instant {
  const { rows, rules, now } = state;
  const inForce = inForceAt(rules, now);
  let { unchangedUntil } = state;
  for (const token of tokens) {
    rows.put(token, standing(token, inForce, now));
    unchangedUntil = Math.min(unchangedUntil, nextStatusChange(token, rules.policy, now));
  }
  return unchangedUntil;
}

/** All that is drawn from the rows is to be drawn anew, also the pictures. */
const changed = (state: InventoryState): InventoryState => {
  const revision = state.revision + 1;
  return { ...state, revision, pictureRevision: revision };
};
