import { readingOf, type Coverage } from './coverage';
import type { Instant } from './instant';
import { pairUp } from './pair-up';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** What can have become of a token between two looks, what matters most to a reviewer first. */
export const DRIFT_KINDS = [
  'deleted-outside',
  're-created',
  'new',
  'owner-changed',
  'first-read',
  'project-gone',
  'made-by-rekey',
  'retired-by-rekey',
] as const;

export type DriftKind = (typeof DRIFT_KINDS)[number];

/**
 * One token that is not as it was. `was` is the token that a re-created one stands for, or the one with another owner.
 * `first-read`: its project was not read before, so it may be older. `project-gone`: no source names its project any more,
 * so nobody can say whether it was deleted.
 */
export type DriftChange =
  | {
      readonly kind: Exclude<DriftKind, 're-created' | 'owner-changed'>;
      readonly token: TokenRecord;
    }
  | {
      readonly kind: 're-created' | 'owner-changed';
      readonly token: TokenRecord;
      readonly was: TokenRecord;
    };

/** What was known of one connection at one time. */
export interface Sighting {
  readonly takenAt: Instant;
  readonly tokens: readonly TokenRecord[];
  readonly coverage: Coverage;
}

/** Which tokens Rekey itself made and deleted. */
export interface OwnDeeds {
  readonly made: ReadonlySet<TokenRef>;
  readonly deleted: ReadonlySet<TokenRef>;
}

export interface Drift {
  /** In the order of `DRIFT_KINDS`, then by project, label and ref. */
  readonly changes: readonly DriftChange[];
  /** Tokens of before that could not be looked for: their list was not read this time. None of them is called gone. */
  readonly unchecked: number;
}

/**
 * What the host's lists have otherwise than before. Tokens are compared by their ids; labels may repeat. Rows of the register
 * kept by hand are people's own words and no drift.
 */
export function driftBetween(before: Sighting, after: Sighting, own: OwnDeeds): Drift {
  const earlier = listed(before);
  const later = listed(after);
  const absent = [...earlier.values()].filter(({ ref }) => !later.has(ref));
  const fresh = [...later.values()].filter(({ ref }) => !earlier.has(ref));
  const placeThen = readingOf(before.coverage);
  const placeNow = readingOf(after.coverage);

  const lost = absent.filter((token) => placeNow(token) === 'read');
  const pairs = pairUp(
    lost.filter(({ ref }) => !own.deleted.has(ref)),
    fresh.filter(({ ref }) => !own.made.has(ref)),
  );
  const paired = new Set(pairs.flatMap(({ was, token }) => [was.ref, token.ref]));

  const changes: DriftChange[] = pairs.map((pair) => ({ kind: 're-created', ...pair }));
  for (const token of absent) {
    if (paired.has(token.ref)) continue;
    const kind = own.deleted.has(token.ref) ? 'retired-by-rekey' : LOST_KINDS[placeNow(token)];
    if (kind !== undefined) changes.push({ kind, token });
  }
  for (const token of fresh) {
    if (paired.has(token.ref)) continue;
    const wasReadable = placeThen(token) === 'read' || (token.createdAt ?? 0) > before.takenAt;
    const kind = wasReadable ? 'new' : 'first-read';
    changes.push({ kind: own.made.has(token.ref) ? 'made-by-rekey' : kind, token });
  }
  for (const token of later.values()) {
    const was = earlier.get(token.ref);
    if (was !== undefined && ownerAtHost(was) !== ownerAtHost(token))
      changes.push({ kind: 'owner-changed', token, was });
  }
  const unchecked = [...earlier.values()].filter(
    (token) => placeNow(token) === 'unread' && !(own.deleted.has(token.ref) && !later.has(token.ref)),
  );
  return { changes: changes.sort(inOrder), unchecked: unchecked.length };
}

/** That a log was imported since is no change of the host's. */
const ownerAtHost = ({ owner }: TokenRecord) => (owner?.source === 'audit-log' ? undefined : owner?.name);

const LOST_KINDS = { read: 'deleted-outside', unread: undefined, unnamed: 'project-gone' } as const;

const listed = ({ tokens }: Sighting): ReadonlyMap<TokenRef, TokenRecord> =>
  new Map(tokens.filter(({ source }) => source === 'host').map((token) => [token.ref, token]));

const RANKS = new Map(DRIFT_KINDS.map((kind, rank) => [kind, rank]));

function inOrder(a: DriftChange, b: DriftChange): number {
  const ranks = (RANKS.get(a.kind) ?? 0) - (RANKS.get(b.kind) ?? 0);
  return ranks || compare(keyOf(a), keyOf(b));
}

const keyOf = ({ token: { project, label, ref } }: DriftChange) => `${project ?? ''}\n${label}\n${ref}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
