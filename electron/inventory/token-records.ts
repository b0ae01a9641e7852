import type { Instant } from '../../shared/domain/instant';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenOwner, TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { formerByLikeness, lastFourOf } from './token-likeness';
import type { TokenNames } from './token-names';
import { refByPosition, refOf, type TokenPlace } from './token-refs';

/** What is known of a list besides its rows. `firstSeen` answers for tokens seen before. */
export interface ListContext {
  readonly place: TokenPlace;
  readonly projectName?: string;
  readonly owner?: TokenOwner;
  readonly mayBeOwn: ReadonlySet<RemoteToken>;
  readonly hashKey: SecretValue;
  readonly names?: TokenNames;
  /** What the list held when it was last read, for hosts that give no ids. */
  readonly before?: (project: ProjectSlug | undefined) => readonly TokenRecord[];
  readonly firstSeen: (ref: TokenRef) => Instant | undefined;
  readonly now: Instant;
}

/** What is the same for every list of one sync. */
export type SyncContext = Pick<ListContext, 'hashKey' | 'names' | 'before' | 'firstSeen' | 'now'>;

/** Turns a host's list into records, one a row, in the host's order. No value gets through. */
export function recordsOf(rows: readonly RemoteToken[], context: ListContext): readonly TokenRecord[] {
  const { place, hashKey, names } = context;
  const taken = new Map<TokenRef, number>();
  const nameOf = names?.of ?? refOf;
  const named = rows.map(
    (row) => [nameOf(place, row, hashKey) ?? nextByPosition(row, place, taken), row] as const,
  );
  const former = formerByLikeness(named, context);
  return named.map(([ref, row]) => {
    const name = former.get(ref);
    if (name !== undefined) names?.keep(name, place, row, hashKey);
    return recordOf(name ?? ref, row, context);
  });
}

function nextByPosition(row: RemoteToken, place: TokenPlace, taken: Map<TokenRef, number>): TokenRef {
  const group = refByPosition(place, row, 0);
  const position = taken.get(group) ?? 0;
  taken.set(group, position + 1);
  return refByPosition(place, row, position);
}

function recordOf(ref: TokenRef, row: RemoteToken, context: ListContext): TokenRecord {
  const { place, projectName, owner, mayBeOwn, firstSeen, now } = context;
  const lastFour = lastFourOf(row);
  return {
    ref,
    connection: place.connection,
    kind: place.kind,
    scope: row.scope,
    ...(row.rawScope !== undefined && { rawScope: row.rawScope }),
    label: row.label,
    ...(place.project !== undefined && { project: place.project }),
    ...(projectName !== undefined && { projectName }),
    ...(owner !== undefined && { owner }),
    ...(row.createdAt !== undefined && { createdAt: row.createdAt }),
    ...(row.lastUsedAt !== undefined && { lastUsedAt: row.lastUsedAt }),
    ...(row.expiresAt !== undefined && { expiresAt: row.expiresAt }),
    // Seen under a clock that was ahead: it was there now at the latest.
    firstSeenAt: Math.min(firstSeen(ref) ?? now, now),
    ...(lastFour !== undefined && { lastFour }),
    source: 'host',
    ...(mayBeOwn.has(row) && { ownCredential: true as const }),
  };
}
