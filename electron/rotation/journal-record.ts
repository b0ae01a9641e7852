import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import { OVERLAPS, type OverlapHours } from '../../shared/domain/rotation-plan';
import type { RowId, RunId } from '../../shared/domain/rotation-run';
import {
  connectionId,
  destination,
  manualConsumer,
  projectSlug,
  rowId,
  runId,
  tokenRef,
} from '../../shared/ipc/decode';
import { rowEvent } from './journal-event';
import type { RowSeed } from './row';
import type { RowEvent } from './row-event';

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
const scopes = z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']);
const seed: z.ZodType<RowSeed> = z.strictObject({
  id: rowId,
  ref: tokenRef,
  kind: z.enum(['personal', 'project']),
  scope: scopes,
  newScope: scopes,
  label: z.string(),
  project: projectSlug.exactOptional(),
  projectName: z.string().exactOptional(),
  createdAt: instant.exactOptional(),
  lastFour: z.string().length(4).exactOptional(),
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
  z.strictObject({ kind: z.literal('row'), row: rowId, at: instant, event: rowEvent }),
  z.strictObject({ kind: z.enum(['run-ended', 'run-closed']), run: runId, at: instant }),
]);
