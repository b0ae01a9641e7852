import type { AppCommandId } from '../domain/app-command';
import type { ConnectionFacts } from '../domain/connection';
import type { InventoryBatch, InventorySettled } from '../domain/inventory';
import type { RunChange } from '../domain/rotation-run';
import type { EventName } from './channel-names';

/** What main tells the page unasked, per event. No payload ever holds a credential or a value. */
export interface EventPayloads extends Record<EventName, unknown> {
  readonly 'connections:changed': readonly ConnectionFacts[];
  readonly 'inventory:batch': InventoryBatch;
  readonly 'inventory:settled': InventorySettled;
  readonly 'rotation:run-changed': RunChange;
  readonly 'handover:clipboard-cleared': null;
  /** A person chose it in the app's own menu. */
  readonly 'menu:command': AppCommandId;
  /** Entries were added to the ledger. */
  readonly 'ledger:grown': null;
  /** How far the verification has come, 0 to 1. */
  readonly 'ledger:verifying': { readonly done: number };
}
