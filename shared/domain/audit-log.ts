import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';
import type { TokenRef } from './token-ref';

/** Somebody made a project token, as a line of CircleCI's audit log says. What the line does not say is absent. */
export interface TokenMade {
  readonly line: number;
  /** CircleCI's id of the event: it may write one down twice. */
  readonly id?: string;
  readonly at: Instant;
  readonly actor: string;
  /** Whatever the line calls the project by: a slug, an address, an id, a name. */
  readonly projects: readonly string[];
  readonly label?: string;
  readonly scope?: string;
  readonly tokenId?: string;
}

/** What a log tells of a token. `createdAt` only where the host does not tell. */
export interface Recovered {
  readonly ref: TokenRef;
  readonly owner: string;
  readonly createdAt?: Instant;
}

/** Why nothing was concluded: which of several tokens is meant, when it was made, or who made it. */
export const CONFLICT_KINDS = ['several-tokens', 'dates-differ', 'several-people'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** A token and the log, side by side, where they do not tell one story. */
export interface AuditConflict {
  readonly kind: ConflictKind;
  readonly label: string;
  readonly project: ProjectSlug;
  readonly projectName?: string;
  readonly tokens: readonly {
    readonly ref: TokenRef;
    /** As the host tells it. */
    readonly createdAt?: Instant;
    /** As it was known before. */
    readonly owner?: string;
  }[];
  readonly events: readonly { readonly line: number; readonly at: Instant; readonly actor: string }[];
}

/** What came of laying a log beside an inventory. `unmatched` events are of tokens that are not in it. */
export interface AuditMatch {
  readonly recovered: readonly Recovered[];
  readonly conflicts: readonly AuditConflict[];
  readonly unmatched: number;
}
