import type { Instant } from '../../shared/domain/instant';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { TokenPlace } from './token-refs';

interface KnownBefore {
  readonly place: Pick<TokenPlace, 'project'>;
  readonly before?: (project: ProjectSlug | undefined) => readonly TokenRecord[];
  readonly firstSeen: (ref: TokenRef) => Instant | undefined;
}

const NONE: ReadonlyMap<TokenRef, TokenRef> = new Map();

/**
 * The names of rows that are told apart by a hash of their value alone, and that nobody knows under this hash: another key
 * makes other hashes. Such a row is the one that was there with the same scope, label, time and last four, where exactly one
 * was and exactly one is.
 */
export function formerByLikeness(
  named: readonly (readonly [TokenRef, RemoteToken])[],
  { before, firstSeen, place }: KnownBefore,
): ReadonlyMap<TokenRef, TokenRef> {
  const strange = named.filter(
    ([ref, { id, value }]) => id === undefined && value !== undefined && firstSeen(ref) === undefined,
  );
  if (strange.length === 0 || before === undefined) return NONE;
  const present = new Set(named.map(([ref]) => ref));
  const missing = before(place.project).filter(({ ref, source }) => source === 'host' && !present.has(ref));
  const formerByLook = onlyOnes(
    missing.map((token) => [likenessOf(token, token.lastFour), token.ref] as const),
  );
  const nowByLook = onlyOnes(strange.map(([ref, row]) => [likenessOf(row, lastFourOf(row)), ref] as const));
  return new Map(
    [...nowByLook].flatMap(([likeness, ref]) => {
      const name = formerByLook.get(likeness);
      return name === undefined ? [] : [[ref, name] as const];
    }),
  );
}

export const lastFourOf = (row: RemoteToken): string | undefined => row.lastFour ?? row.value?.lastFour;

const likenessOf = (
  { label, scope, createdAt }: Pick<TokenRecord, 'label' | 'scope' | 'createdAt'>,
  lastFour: string | undefined,
) => JSON.stringify([label, scope, createdAt ?? null, lastFour ?? null]);

/** The entries whose key is there once. */
function onlyOnes(entries: readonly (readonly [string, TokenRef])[]): ReadonlyMap<string, TokenRef> {
  const once = new Map<string, TokenRef>();
  const several = new Set<string>();
  for (const [key, ref] of entries) {
    if (once.has(key)) several.add(key);
    once.set(key, ref);
  }
  for (const key of several) once.delete(key);
  return once;
}
