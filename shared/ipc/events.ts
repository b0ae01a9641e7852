import type { AppCommandId } from '../domain/app-command';
import type { ConnectionFacts } from '../domain/connection';
import type { ConnectionId } from '../domain/connection-id';
import type { InventoryBatch, InventorySettled } from '../domain/inventory';
import type { Leaver } from '../domain/leaver';
import type { RunChange } from '../domain/rotation-run';
import type { EventName } from './channel-names';

/** What main tells the page unasked, per event. No payload ever holds a credential or a value. */
export interface EventPayloads extends Record<EventName, unknown> {
  readonly 'connections:changed': readonly ConnectionFacts[];
  readonly 'inventory:batch': InventoryBatch;
  readonly 'inventory:settled': InventorySettled;
  readonly 'rotation:run-changed': RunChange;
  readonly 'handover:clipboard-cleared': null;
  /** How far the import or reading under way has come, from 0 to 1. */
  readonly 'people:progress': { readonly connection: ConnectionId; readonly fraction: number };
  /** All checklists, as they are now. */
  readonly 'leavers:changed': readonly Leaver[];
  /** A person chose it in the app's own menu. */
  readonly 'menu:command': AppCommandId;
}
