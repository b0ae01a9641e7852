import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { PersonalScope, ProjectScope, TokenKind, TokenScope } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok } from '../../shared/result';
import type { CircleCiClient, DeleteKey, RemoteToken } from '../circleci/client';
import type { RotationPorts } from './rotation-ports';
import type { TokenList } from './row-world';
import { openSightings } from './sightings';

/** Which list, and of which scope its new tokens are to be. */
export interface ListPlace {
  readonly connection: ConnectionId;
  readonly kind: TokenKind;
  readonly project?: ProjectSlug;
  readonly scope: TokenScope;
}

/** Knows the lists at the hosts. Whoever reads one lets the inventory know; `reader` tells whose doubts are whose. */
export type Lists = (place: ListPlace, client: CircleCiClient, reader?: string) => TokenList;

export function openLists(
  ports: Pick<RotationPorts, 'refOf' | 'listRead' | 'mayBeOwn' | 'knownIn'> &
    Partial<Pick<RotationPorts, 'connectionOf'>>,
): Lists {
  const { refOf, listRead, mayBeOwn } = ports;
  const sightings = openSightings(ports);
  return ({ connection, kind, project, scope }, client, reader = '') => {
    const refIn = (token: RemoteToken): TokenRef | undefined => refOf(connection, kind, project, token);
    const calls = project === undefined ? personalCalls(client, scope) : projectCalls(client, project, scope);
    const sighting = () => sightings(connection, project);
    return {
      read: async () => {
        const seen = await sighting();
        const rows = await calls.list();
        if (!rows.ok) return rows;
        listRead(connection, project, rows.value);
        const own = kind === 'personal' ? mayBeOwn(connection, rows.value) : NONE;
        const tokens = rows.value.map((token) => ({ ref: refIn(token), token, mayBeOwn: own.has(token) }));
        const shown = new Set(tokens.flatMap(({ ref }) => ref ?? []));
        for (const ref of shown) {
          seen.ever.add(ref);
          seen.expected.add(ref);
        }
        return ok({ tokens, missing: [...seen.expected].filter((ref) => !shown.has(ref)) });
      },
      known: async () => [...(await sighting()).ever],
      create: async (label) => {
        const created = await calls.create(label);
        return created.ok ? ok({ ...created.value, ref: refIn(created.value) }) : err(created.error);
      },
      remove: async (key, ref) => {
        const removed = await calls.remove(key);
        if (removed.ok) (await sighting()).expected.delete(ref);
        return removed;
      },
      foundGone: async (ref) => {
        (await sighting()).expected.delete(ref);
      },
      doubt: async (missing) => {
        (await sighting()).doubted.set(reader, missing);
      },
      answered: async () => {
        const { doubted, expected } = await sighting();
        for (const ref of doubted.get(reader) ?? []) expected.delete(ref);
        doubted.delete(reader);
      },
      check: calls.check,
    };
  };
}

const NONE: ReadonlySet<RemoteToken> = new Set();

const projectCalls = (client: CircleCiClient, project: ProjectSlug, scope: TokenScope) => ({
  list: () => client.listProjectTokens(project),
  create: (label: string) => client.createProjectToken(project, { label, scope: scope as ProjectScope }),
  remove: (key: DeleteKey) => client.deleteProjectToken(project, key),
  check: (value: Parameters<TokenList['check']>[0]) =>
    client.checkProjectToken(project, value, { isOwnPlace: true, scope }),
});

const personalCalls = (client: CircleCiClient, scope: TokenScope) => ({
  list: () => client.listPersonalTokens(),
  create: (label: string) => client.createPersonalToken({ label, scope: scope as PersonalScope }),
  remove: (key: DeleteKey) => client.deletePersonalToken(key),
  check: (value: Parameters<TokenList['check']>[0]) => client.checkPersonalToken(value),
});
