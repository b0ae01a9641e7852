import type { AppCommandId } from '../domain/app-command';
import type { ConnectionFacts } from '../domain/connection';
import type { PackedBatch, PackedSettled } from '../domain/crossing';
import type { ScanProgress } from '../domain/folder-scan';
import type { HostHold } from '../domain/host-hold';
import type { PolicyFacts } from '../domain/policy-facts';
import type { ReportProgress } from '../domain/report-request';
import type { ConnectionId } from '../domain/connection-id';
import type { Leaver } from '../domain/leaver';
import type { Instant } from '../domain/instant';
import type { RunChange } from '../domain/rotation-run';
import type { EventName } from './channel-names';

/** What main tells the page unasked, per event. No payload ever holds a credential or a value. */
export interface EventPayloads extends Record<EventName, unknown> {
  /** The time in main: the page has no clock of its own. */
  readonly 'clock:now': Instant;
  readonly 'connections:changed': readonly ConnectionFacts[];
  readonly 'inventory:batch': PackedBatch;
  readonly 'inventory:settled': PackedSettled;
  /** A host asks to be left alone for a while, or no longer does. */
  readonly 'host:held': HostHold;
  readonly 'rotation:run-changed': RunChange;
  /** More is known of what did not fit at this start. */
  readonly 'state:problems-changed': null;
  readonly 'handover:clipboard-cleared': null;
  /** How far the import or reading under way has come, from 0 to 1. */
  readonly 'people:progress': { readonly connection: ConnectionId; readonly fraction: number };
  /** All checklists, as they are now. */
  readonly 'leavers:changed': readonly Leaver[];
  /** A person chose it in the app's own menu. */
  readonly 'menu:command': AppCommandId;
  /** The policy, or an exception from it. */
  readonly 'policy:changed': PolicyFacts;
  readonly 'leaks:scan-progress': ScanProgress;
  /** Values that were found are no longer held: their time was over. */
  readonly 'leaks:forgotten': null;
  /** A person followed a reminder: what is due is to be shown. */
  readonly 'reminders:open': null;
  /** Entries were added to the ledger. */
  readonly 'ledger:grown': null;
  /** How far the verification has come, 0 to 1. */
  readonly 'ledger:verifying': { readonly done: number };
  readonly 'report:progress': ReportProgress;
}
