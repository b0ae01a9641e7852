import type { ConnectionId } from './connection-id';
import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';
import type { TokenRef } from './token-ref';

export type TokenKind = 'personal' | 'project';

/** CircleCI's wire values for project tokens: the page says Admin, Read Only and Status. */
export type ProjectScope = 'all' | 'view-builds' | 'status';

/** A personal token's access level. Before autumn 2026 there was one: full. */
export type PersonalScope = 'full' | 'write' | 'read';

/** `other` is a scope Rekey does not know: shown as the host wrote it (`rawScope`), and never rotated. */
export type TokenScope = ProjectScope | PersonalScope | 'other';

/** Who says to whom a token belongs: the account of the connection, the register, or an imported audit log. */
export const OWNER_SOURCES = ['self', 'by-hand', 'audit-log'] as const;

/** A person, and who says so. */
export interface TokenOwner {
  readonly name: string;
  readonly source: (typeof OWNER_SOURCES)[number];
}

/** All that Rekey knows of one token, and never its value. What is not known is absent. */
export interface TokenRecord {
  readonly ref: TokenRef;
  readonly connection: ConnectionId;
  readonly kind: TokenKind;
  readonly scope: TokenScope;
  readonly rawScope?: string;
  readonly label: string;
  readonly project?: ProjectSlug;
  /** The project's name for people, where the slug is made of ids. */
  readonly projectName?: string;
  readonly owner?: TokenOwner;
  readonly createdAt?: Instant;
  /** Where the host does not tell when a token was made, and an imported audit log does. */
  readonly createdFrom?: 'audit-log';
  readonly lastUsedAt?: Instant;
  readonly expiresAt?: Instant;
  readonly firstSeenAt: Instant;
  /** When it was last seen, where the last sync did not see it; absent where that did. */
  readonly lastSeenAt?: Instant;
  readonly lastFour?: string;
  /** `by-hand` rows come from the register of personal tokens that the host would not list. */
  readonly source: 'host' | 'by-hand';
  /** True for the very token that this connection works with, where it can be recognised. */
  readonly ownCredential?: true;
}

/**
 * The `rawScope` of a personal token whose row tells no access level. It is taken for `full`, as that is the most that it can
 * do, and shown and warned of as not known.
 */
export const NO_ACCESS_LEVEL = '(not told)';

/** Whether nobody said what a personal token can do. */
export const isAccessUnknown = ({ kind, rawScope }: Pick<TokenRecord, 'kind' | 'rawScope'>): boolean =>
  kind === 'personal' && rawScope === NO_ACCESS_LEVEL;

/** What a token without a label is called; no label that Rekey would give to another. */
export const NO_LABEL = '(no label)';

const PROJECT_SCOPES: readonly ProjectScope[] = ['all', 'view-builds', 'status'];

/** The scopes that a new token may have instead: those that can do less. Personal tokens keep theirs. */
export function narrowerScopes(scope: TokenScope): readonly ProjectScope[] {
  const at = PROJECT_SCOPES.findIndex((one) => one === scope);
  return at === -1 ? [] : PROJECT_SCOPES.slice(at + 1);
}
