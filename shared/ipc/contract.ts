/**
 * The one contract between the page and main. A channel exists if, and only if, it has a line in `calls`: main takes
 * its decoders from here, and both sides their types. Preload has the names from `channel-names.ts`, which this value
 * must match line by line or the build fails.
 */
import { z } from 'zod';

import type { AppFacts, KeychainStrength } from '../domain/app-facts';
import type { ApiFailure } from '../domain/api-failure';
import type { ConnectFailure, ConnectionFacts } from '../domain/connection';
import { COVERAGE_DECISIONS, type DecisionFailure } from '../domain/coverage-decision';
import type { PackedSlice } from '../domain/crossing';
import type { ContextFacts, VariableFacts } from '../domain/destination';
import type { DriftFailure, DriftReport, LookFacts } from '../domain/drift-report';
import { MAX_SLICE, type SyncFailure } from '../domain/inventory';
import { scrub } from '../domain/ledger-entry';
import type { ConsumerEntry, LikelyConsumer } from '../domain/consumer';
import type { DeliveryTarget, TargetFailure } from '../domain/delivery-target';
import type { ImportedViews, PageMemory, ViewFileFailure } from '../domain/saved-view';
import type { StateProblem } from '../domain/state-problem';
import type { TokenRecord } from '../domain/token';
import type { TokenRef } from '../domain/token-ref';
import { call, instant, object, type Call } from './call';
import type { Channel } from './channel-names';
import {
  connectionId,
  decodeWith,
  nothing,
  projectSlug,
  projectSlugs,
  rowId,
  targetId,
  tokenRef,
} from './decode';
import { evidenceCalls } from './evidence-calls';
import { leakCalls } from './leak-calls';
import { leaverCalls } from './leaver-calls';
import { peopleCalls } from './people-calls';
import { policyCalls } from './policy-calls';
import { reminderCalls } from './reminder-calls';
import { rotationCalls } from './rotation-calls';
import { targetDraft } from './target-schema';
import { pageMemory, savedViews } from './view-schema';

export const calls = {
  'app:facts': call<AppFacts>()(nothing),
  /** What did not fit at this start: files that were set aside, rotations whose records do not agree. */
  'app:problems': call<readonly StateProblem[]>()(nothing),
  /** Told once the page can be seen: what holds main for a moment may begin. */
  'app:drawn': call<null>()(nothing),
  /** Asked by itself, as a keychain may be slow to say. */
  'app:keychain': call<KeychainStrength>()(nothing),
  /** Takes typing back, or forth again, in the text field that has the focus: what its menu does in other apps. */
  'app:edit-field': call<null>()(object({ deed: z.enum(['undo', 'redo']) })),

  'connections:list': call<readonly ConnectionFacts[]>()(nothing),
  'connections:connect': call<ConnectionFacts, ConnectFailure>()(
    object({
      address: z.string().max(2_000),
      token: z.string().max(2_000),
      // What is typed into the wrong field must not be kept in the clear.
      name: z.string().max(200).transform(scrub),
      keep: z.enum(['keychain', 'session']),
    }),
  ),
  'connections:start-demo': call<ConnectionFacts, ConnectFailure>()(nothing),
  'connections:forget': call<null, { readonly kind: 'declined' | 'no-such-connection' | 'busy' }>()(
    object({ connection: connectionId }),
  ),

  'inventory:slice': call<PackedSlice, { readonly kind: 'no-such-connection' }>()(
    object({
      connection: connectionId,
      from: z.number().int().min(0),
      most: z.number().int().min(1).max(MAX_SLICE),
    }),
  ),
  'inventory:sync': call<null, SyncFailure>()(object({ connection: connectionId })),
  'inventory:stop': call<null>()(object({ connection: connectionId })),
  /** Reads some projects of the last look anew; rows and coverage come as in a look. */
  'inventory:retry': call<null, SyncFailure>()(object({ connection: connectionId, projects: projectSlugs })),
  /** The looks before the last one that are still kept, the latest first. */
  'inventory:snapshots': call<readonly LookFacts[], { readonly kind: 'no-such-connection' }>()(
    object({ connection: connectionId }),
  ),
  /** What changed since the look before the last one, or since the kept one that was taken at `since`. */
  'inventory:drift': call<DriftReport, DriftFailure>()(
    object({ connection: connectionId, since: instant.exactOptional() }),
  ),

  /** What a person says of a source or a list that proves nothing; main asks once more. */
  'inventory:decide': call<null, DecisionFailure>()(
    object({
      connection: connectionId,
      decision: z.strictObject({ kind: z.enum(COVERAGE_DECISIONS), subject: z.string().min(1).max(700) }),
    }),
  ),

  'register:add': call<
    TokenRecord,
    { readonly kind: 'no-such-connection' | 'storage' | 'impossible-dates' }
  >()(
    object({
      connection: connectionId,
      entry: z.strictObject({
        label: z.string().min(1).max(300).transform(scrub),
        owner: z.string().min(1).max(200).transform(scrub),
        createdAt: instant.exactOptional(),
        expiresAt: instant.exactOptional(),
      }),
    }),
  ),
  'register:remove': call<null, { readonly kind: 'no-such-entry' | 'storage' }>()(
    object({ connection: connectionId, ref: tokenRef }),
  ),

  'delivery:contexts': call<readonly ContextFacts[], ApiFailure>()(object({ connection: connectionId })),
  'delivery:context-variables': call<readonly VariableFacts[], ApiFailure>()(
    object({ connection: connectionId, contextId: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) }),
  ),
  'delivery:project-variables': call<readonly VariableFacts[], ApiFailure>()(
    object({ connection: connectionId, project: projectSlug }),
  ),

  'delivery:targets': call<readonly DeliveryTarget[]>()(nothing),
  /** Main's own dialogs: the page never names a file. `null` when the person chose nothing. */
  'delivery:choose-executable': call<{ readonly path: string } | null>()(nothing),
  'delivery:choose-folder': call<{ readonly path: string } | null>()(nothing),
  /** Kept after a question of main's own that shows what would run, or where files would go. */
  'delivery:save-target': call<DeliveryTarget, TargetFailure>()(decodeWith(targetDraft)),
  'delivery:remove-target': call<null, TargetFailure>()(object({ target: targetId })),
  /** Variables that show the last four of the token, where these are known. */
  'delivery:likely': call<readonly LikelyConsumer[], ApiFailure>()(
    object({ connection: connectionId, ref: tokenRef }),
  ),

  /** Where a token is used, as far as a person has said so; and of which tokens anything was said. */
  'delivery:consumers': call<ConsumerEntry>()(object({ ref: tokenRef })),
  'delivery:consumer-refs': call<readonly TokenRef[]>()(nothing),

  ...rotationCalls,
  ...policyCalls,
  ...peopleCalls,
  ...leaverCalls,
  ...leakCalls,
  ...evidenceCalls,
  ...reminderCalls,

  'page:memory': call<PageMemory>()(nothing),
  'page:remember': call<null, { readonly kind: 'disk' }>()(decodeWith(pageMemory)),
  /** Main's own dialogs name the file. */
  'views:export': call<null, ViewFileFailure>()(object({ views: savedViews })),
  'views:import': call<ImportedViews, ViewFileFailure>()(nothing),

  /** Opens a page that main knows by name; the page of Rekey never chooses an address. */
  'links:open': call<null>()(object({ name: z.enum(['docs', 'personal-tokens', 'status-page']) })),
  /** Opens CircleCI's own page of the tokens of a row's project, on Cloud only. */
  'links:open-project': call<null, { readonly kind: 'no-such-page' }>()(object({ row: rowId })),
  /** The same for a token of the inventory; for a personal one, the page of its account. */
  'links:open-token': call<null, { readonly kind: 'no-such-page' }>()(object({ ref: tokenRef })),
} as const satisfies Record<Channel, Call<unknown, unknown>>;

/** What main answers when it will not even look: the page must cope with it on every call. */
export interface Refusal {
  readonly kind: 'refused';
  readonly why: 'sender' | 'argument' | 'locked';
}

export type ArgOf<C extends Channel> = (typeof calls)[C] extends Call<infer Arg, unknown> ? Arg : never;
export type ReplyOf<C extends Channel> = NonNullable<(typeof calls)[C]['reply']>;
