import type { ConnectionFacts } from '../shared/domain/connection';
import type { ConnectionId } from '../shared/domain/connection-id';
import type { Coverage } from '../shared/domain/coverage';
import { unpackBatch, unpackSettled, unpackSlice } from '../shared/domain/crossing';
import { MAX_SLICE } from '../shared/domain/inventory';
import { bridge } from './bridge';
import { appCommands } from './app-commands';
import { createAppStore } from './app-store';
import { createCommandStore, setCommands } from './commands/command-store';
import { takeHold } from './inventory/waits';
import { followLooks } from './inventory/follow-looks';
import { createInventoryStore } from './inventory/inventory-store';
import { knowChanges } from './inventory/know-changes';
import { knowConnections } from './inventory/know-connections';
import { knowConsumers } from './inventory/know-consumers';
import { setLook, takeTokens } from './inventory/take-in';
import { keepPageMemory } from './inventory/views/page-memory';
import { createRotationStore, takeChange, takeRun } from './rotation/rotation-store';
import { followRules } from './follow-rules';
import { rememberInventory } from './remember-inventory';
import { showDue } from './show-due';
import type { Stores } from './stores';
import { createUndoStore, forgetDeeds } from './undo/undo-store';

const FOLLOWS_AFTER_MS = 160;

/** What is told within it is shown together: each change costs the page a sorting and a drawing of its own. */
const SHOWN_TOGETHER = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, FOLLOWS_AFTER_MS);
  });

/** Makes the stores, listens to main, and asks for what was known when the app last ended. */
export async function startPage(): Promise<Stores> {
  const [facts, connections, runs, policy] = await Promise.all([
    bridge['app:facts'](null),
    bridge['connections:list'](null),
    bridge['rotation:runs'](null),
    bridge['policy:facts'](null),
  ]);
  if (!facts.ok || !connections.ok || !runs.ok || !policy.ok) throw new Error('main refuses its own page');
  const stores: Stores = {
    app: createAppStore(facts.value, connections.value, policy.value),
    inventory: createInventoryStore(policy.value, facts.value.now),
    rotation: createRotationStore(),
    commands: createCommandStore(),
    undo: createUndoStore(),
  };
  knowConnections(stores.inventory, connections.value);
  setCommands(stores.commands, 'app', appCommands(stores));
  for (const run of runs.value) takeRun(stores.rotation, run);
  listen(stores);
  followRules(stores);
  void knowConsumers(stores);
  await Promise.all([
    keepPageMemory(stores),
    ...connections.value.map(({ id }) => loadInventory(stores, id)),
    // The first screen depends on it; later ones need not wait for a keychain that may be slow.
    connections.value.length === 0 && knowKeychain(stores),
  ]);
  rememberInventory(stores);
  return stores;
}

/** Says that the page can be seen, and asks for what could wait: the keychain, and comparing two looks, take main a moment. */
export function askForTheRest(stores: Stores): void {
  void bridge['app:drawn'](null);
  const { connections } = stores.app.getState();
  if (connections.length > 0) void knowKeychain(stores);
  for (const { id } of connections) void knowChanges(stores, id);
}

async function knowKeychain({ app }: Stores): Promise<void> {
  const keychain = await bridge['app:keychain'](null);
  if (keychain.ok) app.setState({ keychain: keychain.value });
}

function listen(stores: Stores): void {
  const { app, inventory, rotation, undo } = stores;
  const hear = followLooks(inventory, SHOWN_TOGETHER);
  bridge['on:reminders:open'](() => {
    showDue(stores);
  });
  bridge['on:connections:changed']((connections: readonly ConnectionFacts[]) => {
    const stay = new Set(connections.map(({ id }) => id));
    const isOneGone = app.getState().connections.some(({ id }) => !stay.has(id));
    app.setState({ connections });
    knowConnections(inventory, connections);
    if (isOneGone) forgetDeeds(undo);
  });
  bridge['on:inventory:batch']((batch) => {
    hear({ kind: 'found', ...unpackBatch(batch) });
  });
  bridge['on:inventory:settled']((end) => {
    hear({ kind: 'ended', ...unpackSettled(end) });
    void knowChanges({ inventory }, end.connection);
  });
  bridge['on:host:held']((told) => {
    takeHold(inventory, told);
  });
  bridge['on:rotation:run-changed']((change) => {
    // A plan that was confirmed may name places that nobody knew of.
    if (!rotation.getState().runs.has(change.id)) void knowConsumers({ inventory });
    takeChange(rotation, change);
  });
}

/** Pulls the last inventory of a connection, slice by slice: while one is taken in, the next is on its way. */
async function loadInventory({ inventory }: Stores, connection: ConnectionId): Promise<void> {
  const ask = (from: number) => bridge['inventory:slice']({ connection, from, most: MAX_SLICE });
  let known: Coverage | undefined;
  let asked: ReturnType<typeof ask> | undefined = ask(0);
  while (asked !== undefined) {
    const slice: Awaited<ReturnType<typeof ask>> = await asked;
    if (!slice.ok) return;
    const next: number | undefined = slice.value.next;
    asked = next === undefined ? undefined : ask(next);
    const { tokens, takenAt, coverage } = unpackSlice(slice.value);
    takeTokens(inventory, tokens);
    known = coverage ?? known;
    if (takenAt !== undefined) setLook(inventory, connection, { takenAt });
  }
  // When all rows are there: it says of each whether its list could be read.
  if (known !== undefined) setLook(inventory, connection, { coverage: known });
}
