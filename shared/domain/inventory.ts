import type { ConnectionId } from './connection-id';
import type { Coverage, ProjectCoverage } from './coverage';
import type { Instant } from './instant';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';
import type { ApiFailure } from './api-failure';

/** A slice of what Rekey knew of a connection when it last looked. `next` is absent in the last slice. */
export interface InventorySlice {
  readonly tokens: readonly TokenRecord[];
  readonly next?: number;
  readonly total: number;
  /** Absent before the first finished look. */
  readonly takenAt?: Instant;
  /** In the first slice only. */
  readonly coverage?: Coverage;
}

/** How far a sync has come, and some of what it waits for just now, as people know it. */
export interface SyncProgress {
  readonly done: number;
  readonly of: number;
  readonly waitingFor?: readonly string[];
}

/** Sent while a look is under way: what was read since the last batch. Rows replace those with the same ref. */
export interface InventoryBatch {
  readonly connection: ConnectionId;
  readonly tokens: readonly TokenRecord[];
  readonly projects: readonly ProjectCoverage[];
  readonly progress: SyncProgress;
}

/** Sent when a look has ended, by itself or stopped. What it proved gone is named; unread projects keep their rows. */
export interface InventorySettled {
  readonly connection: ConnectionId;
  readonly takenAt: Instant;
  readonly coverage: Coverage;
  readonly gone: readonly TokenRef[];
  readonly wasStopped: boolean;
}

export type SyncFailure =
  | { readonly kind: 'no-such-connection' }
  | { readonly kind: 'credential-missing' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'api'; readonly failure: ApiFailure };

/** A personal token entered by hand, where the host would not list them. */
export interface RegisterEntry {
  readonly label: string;
  readonly owner: string;
  readonly createdAt?: Instant;
  readonly expiresAt?: Instant;
}

export const MAX_SLICE = 2_000;

/** The most projects that one retry reads. */
export const MAX_RETRY = 1_000;
