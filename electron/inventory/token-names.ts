import { shortIdOfUuid } from '../../shared/domain/circleci-id';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { parseProjectSlug, type ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import type { RefAliases } from './ref-aliases';
import { formerRefOf, refOf, type TokenPlace } from './token-refs';

/** A connection of the host, with the key of its own that it had before keys were the host's. */
export interface FormerConnection {
  readonly id: ConnectionId;
  readonly formerKey?: SecretValue;
}

/**
 * The ref by which this process knows a listed token. Where a file or a snapshot names the token by a former ref, that name
 * stays until the next start, which rewrites all files at once: so no two parts ever call one token differently.
 */
export interface TokenNames {
  readonly of: (place: TokenPlace, token: RemoteToken, hostKey: SecretValue) => TokenRef | undefined;
  /** Keeps calling a token as it was called, where it is certain that it is the same. */
  readonly keep: (former: TokenRef, place: TokenPlace, token: RemoteToken, hostKey: SecretValue) => void;
}

interface NamesPorts {
  readonly aliases: Pick<RefAliases, 'learn'>;
  /** Whether a snapshot or another file names a token by this ref. */
  readonly isKnown: (ref: TokenRef) => boolean;
  readonly connectionsAt: (host: string) => readonly FormerConnection[];
  /** Slugs that the project may have had at the sync before, under which its tokens had other refs. */
  readonly formerSlugs: (place: TokenPlace) => readonly ProjectSlug[];
}

export function openTokenNames({ aliases, isKnown, connectionsAt, formerSlugs }: NamesPorts): TokenNames {
  /** By connection: two connections may have known one token by two refs. */
  const former = new Map<ConnectionId, Map<TokenRef, TokenRef>>();
  const keepAs = (connection: ConnectionId, current: TokenRef, name: TokenRef) => {
    const names = former.get(connection) ?? new Map<TokenRef, TokenRef>();
    former.set(connection, names.set(current, name));
    aliases.learn(name, current);
  };

  return {
    of: (place, token, hostKey) => {
      const current = refOf(place, token, hostKey);
      if (current === undefined) return undefined;
      const name = former.get(place.connection)?.get(current);
      if (name !== undefined) return name;
      if (isKnown(current)) return current;
      const known = formerRefs(place, token, connectionsAt(place.host), formerSlugs(place)).filter(isKnown);
      for (const ref of known) aliases.learn(ref, current);
      const [own] = known;
      if (own === undefined) return current;
      keepAs(place.connection, current, own);
      return own;
    },
    keep: (name, place, token, hostKey) => {
      const current = refOf(place, token, hostKey);
      if (current !== undefined && current !== name) keepAs(place.connection, current, name);
    },
  };
}

/** The refs that a token had under each connection of its host, this one's first, and each spelling of its project. */
function formerRefs(
  place: TokenPlace,
  token: RemoteToken,
  connections: readonly FormerConnection[],
  formerSlugs: readonly ProjectSlug[],
): readonly TokenRef[] {
  const { connection, kind, project } = place;
  const ownFirst = connections.toSorted((a, b) => Number(b.id === connection) - Number(a.id === connection));
  // A personal token is listed to its account only, which may have had another connection under another login.
  const projects = project === undefined ? [undefined] : [...spellings(project), ...formerSlugs];
  return ownFirst.flatMap(({ id, formerKey }) =>
    projects.flatMap((slug) => formerRefOf({ connection: id, kind, project: slug }, token, formerKey) ?? []),
  );
}

/** The slug, and the one with short ids where it is made of UUIDs. */
function spellings(project: ProjectSlug): readonly ProjectSlug[] {
  const [host = '', ...ids] = project.split('/');
  if (host !== 'circleci') return [project];
  const short = parseProjectSlug([host, ...ids.map((id) => shortIdOfUuid(id) ?? id)].join('/'));
  return short === undefined || short === project ? [project] : [project, short];
}
