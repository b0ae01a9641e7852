import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import { OVERLAPS, type OverlapHours } from '../../shared/domain/rotation-plan';
import type { RowId, RunId } from '../../shared/domain/rotation-run';
import {
  connectionId,
  destination,
  manualConsumer,
  manualConsumerId,
  projectSlug,
  rowId,
  runId,
  tokenRef,
} from '../../shared/ipc/decode';
import { deliveryFailure, receipt } from '../../shared/ipc/delivery-schema';
import type { RowEvent, RowSeed } from './row';

/** One line of the journal. Values are never in it: the vault keeps them, under the row's id. */
export type JournalRecord =
  | {
      readonly kind: 'run-started';
      readonly run: RunId;
      readonly connection: ConnectionId;
      readonly organisation: string;
      readonly overlapHours: OverlapHours;
      readonly at: Instant;
      readonly rows: readonly RowSeed[];
    }
  | { readonly kind: 'row'; readonly row: RowId; readonly at: Instant; readonly event: RowEvent }
  | { readonly kind: 'run-ended'; readonly run: RunId; readonly at: Instant }
  | { readonly kind: 'run-closed'; readonly run: RunId; readonly at: Instant };

const instant = z.number();
const steps = z.enum([
  'planned',
  'creating',
  'ambiguous',
  'sealed',
  'verified',
  'delivered',
  'proved',
  'retiring',
  'deleting',
  'gone',
  'needs-you',
  'left',
]);
const reasons = z.enum([
  'changed-since-plan',
  'new-missing',
  'own-in-use',
  'create-refused',
  'create-unclear',
  'list-unsure',
  'value-lost',
  'scope-differs',
  'label-differs',
  'seal-failed',
  'verify-failed',
  'delivery-failed',
  'delivery-unproved',
  'old-still-live',
  'delete-refused',
  'credential-refused',
  'unreachable',
  'journal-unwritable',
]);
const scopes = z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']);
const plain = z.enum([
  'create-unclear',
  'create-refused',
  'orphan-removed',
  'none-made',
  'unwanted-removed',
  'verified',
  'delivered',
  'delete-intended',
  'delete-undone',
  'tried-again',
  'handed-to-tray',
  'revealed',
  'copied',
  'discard-intended',
]);

const event: z.ZodType<RowEvent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: plain }),
  z.strictObject({ kind: z.literal('passed-over'), why: z.enum(['gone', 'changed']) }),
  z.strictObject({
    kind: z.literal('create-intended'),
    knownBefore: z.array(tokenRef),
    label: z.string(),
    at: instant.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('orphan-found'), orphan: tokenRef }),
  z.strictObject({
    kind: z.literal('unwanted-made'),
    newRef: tokenRef,
    why: z.enum(['scope-differs', 'label-differs', 'seal-failed']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('left'), isUnproved: z.literal(true).exactOptional() }),
  z.strictObject({
    kind: z.literal('sealed'),
    newRef: tokenRef,
    newLastFour: z.string().length(4).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('destinations-chosen'), destinations: z.array(destination) }),
  z.strictObject({ kind: z.enum(['delivery-intended', 'undone']), to: destination }),
  z.strictObject({ kind: z.literal('delivered-to'), to: destination, receipt }),
  z.strictObject({ kind: z.literal('proved'), by: z.enum(['read-back', 'person']) }),
  z.strictObject({ kind: z.enum(['ticked', 'unticked']), item: manualConsumerId }),
  z.strictObject({ kind: z.enum(['overridden', 'retirement-cancelled']), reason: z.string() }),
  z.strictObject({ kind: z.enum(['retired', 'kept-longer']), until: instant }),
  z.strictObject({ kind: z.literal('gone'), at: instant }),
  z.strictObject({
    kind: z.literal('needs'),
    reason: reasons,
    failure: deliveryFailure.exactOptional(),
    actions: z.array(z.enum(['try-again', 'discard-new', 'hand-over', 'leave'])),
    from: steps,
  }),
]);

const seed: z.ZodType<RowSeed> = z.strictObject({
  id: rowId,
  ref: tokenRef,
  kind: z.enum(['personal', 'project']),
  scope: scopes,
  newScope: scopes,
  label: z.string(),
  project: projectSlug.exactOptional(),
  projectName: z.string().exactOptional(),
  destinations: z.array(destination),
  checklist: z.array(manualConsumer),
  isOwn: z.literal(true).exactOptional(),
});

export const journalRecord: z.ZodType<JournalRecord> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('run-started'),
    run: runId,
    connection: connectionId,
    organisation: z.string(),
    overlapHours: z.literal(OVERLAPS),
    at: instant,
    rows: z.array(seed),
  }),
  z.strictObject({ kind: z.literal('row'), row: rowId, at: instant, event }),
  z.strictObject({ kind: z.enum(['run-ended', 'run-closed']), run: runId, at: instant }),
]);
