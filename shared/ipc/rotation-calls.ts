import { z } from 'zod';

import {
  OVERLAPS,
  type ConfirmFailure,
  type PlanFailure,
  type PlanFileFailure,
  type RotationPlan,
} from '../domain/rotation-plan';
import type { RowFailure, RunId, RunView } from '../domain/rotation-run';
import { call, object, reason } from './call';
import {
  connectionId,
  destination,
  manualConsumer,
  manualConsumerId,
  nothing,
  planId,
  rowId,
  runId,
  tokenRef,
  tokenRefs,
} from './decode';
import { rowAction } from './step-schema';

const destinations = z.array(destination).max(20);
const rows = z.array(rowId).min(1).max(1_000);

/** Plans, runs, retirement, and the values that are handed over. */
export const rotationCalls = {
  'rotation:plan': call<RotationPlan, PlanFailure>()(object({ connection: connectionId, refs: tokenRefs })),
  /** Changes what a plan does; the answer is the plan anew, with a new hash. */
  'rotation:choose': call<RotationPlan, PlanFailure>()(
    object({
      plan: planId,
      overlapHours: z.literal(OVERLAPS).exactOptional(),
      row: z
        .strictObject({
          ref: tokenRef,
          destinations: destinations.exactOptional(),
          checklist: z.array(manualConsumer).max(50).exactOptional(),
          newScope: z.enum(['all', 'view-builds', 'status']).exactOptional(),
          /** Rotates the very token that Rekey works with, last; or leaves it again. */
          withOwn: z.boolean().exactOptional(),
        })
        .exactOptional(),
      places: z.strictObject({ refs: tokenRefs, destinations }).exactOptional(),
    }),
  ),
  /** Main's own dialog names the file. */
  'rotation:export-plan': call<null, PlanFileFailure>()(object({ plan: planId })),
  'rotation:discard-plan': call<null>()(object({ plan: planId })),
  'rotation:confirm': call<RunId, ConfirmFailure>()(
    object({ plan: planId, hash: z.string().regex(/^[0-9a-f]{64}$/), typed: z.string().max(500) }),
  ),
  'rotation:control': call<null, RowFailure>()(
    object({ run: runId, to: z.enum(['pause', 'resume', 'stop']) }),
  ),
  'rotation:runs': call<readonly RunView[]>()(nothing),
  'rotation:act': call<null, RowFailure>()(object({ row: rowId, action: rowAction })),
  /** Tries all rows of a run again for which that is safe. */
  'rotation:retry': call<null, RowFailure>()(object({ run: runId })),
  'rotation:tick': call<null, RowFailure>()(
    object({ row: rowId, item: manualConsumerId, isTicked: z.boolean() }),
  ),
  /** Lets the old token be deleted though the checklist is open; the reason goes to the ledger. */
  'rotation:override': call<null, RowFailure>()(object({ row: rowId, reason })),
  /** A person says how they know that the new values work, which nothing proved; it goes to the ledger. */
  'rotation:attest': call<null, RowFailure>()(object({ rows, reason })),
  'rotation:keep-longer': call<null, RowFailure>()(object({ rows, hours: z.number().int().min(1).max(720) })),
  /** The old token stays for good; the reason goes to the ledger. */
  'rotation:cancel-retirement': call<null, RowFailure>()(object({ row: rowId, reason })),
  /** Deletes the old tokens of rows that wait for it, after what was typed and a dialog of main's own. */
  'rotation:delete-old': call<null, RowFailure>()(object({ rows, typed: z.string().max(500) })),
  'rotation:stop-deleting': call<null>()(nothing),
  /** Puts a run whose rows are all closed out of sight. */
  'rotation:close-run': call<null, RowFailure>()(object({ run: runId })),

  /** The one call that answers with a value: a person asked, by name, to see it; it is journalled. */
  'handover:reveal': call<{ readonly value: string }, RowFailure>()(object({ row: rowId })),
  'handover:hide': call<null>()(object({ row: rowId })),
  'handover:copy': call<{ readonly clearsAfterSeconds: number }, RowFailure>()(object({ row: rowId })),
  /** A Status token's new badge, value and all, as text for a page: copied by main, cleared like any value. */
  'handover:copy-badge': call<{ readonly clearsAfterSeconds: number }, RowFailure>()(
    object({ row: rowId, form: z.enum(['markdown', 'address']) }),
  ),
  'handover:deliver': call<null, RowFailure>()(object({ row: rowId, destinations: destinations.min(1) })),
  'handover:stored': call<null, RowFailure>()(object({ row: rowId })),
} as const;
