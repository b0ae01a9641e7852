import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { PersonalScope, ProjectScope, TokenKind, TokenScope } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok } from '../../shared/result';
import type { CircleCiClient, RemoteToken } from '../circleci/client';
import type { RotationPorts } from './rotation-ports';
import type { TokenList } from './row-world';

/** Which list, and of which scope its new tokens are to be. */
export interface ListPlace {
  readonly connection: ConnectionId;
  readonly kind: TokenKind;
  readonly project?: ProjectSlug;
  readonly scope: TokenScope;
}

/** One list of tokens at the host, read afresh every time. Whoever reads it lets the inventory know. */
export function tokenListAt(
  { connection, kind, project, scope }: ListPlace,
  client: CircleCiClient,
  { refOf, listRead, mayBeOwn }: Pick<RotationPorts, 'refOf' | 'listRead' | 'mayBeOwn'>,
): TokenList {
  const refIn = (token: RemoteToken): TokenRef | undefined => refOf(connection, kind, project, token);
  const calls = project === undefined ? personalCalls(client, scope) : projectCalls(client, project, scope);
  return {
    read: async () => {
      const rows = await calls.list();
      if (!rows.ok) return rows;
      listRead(connection, project, rows.value);
      const own = kind === 'personal' ? mayBeOwn(connection, rows.value) : NONE;
      return ok(rows.value.map((token) => ({ ref: refIn(token), token, mayBeOwn: own.has(token) })));
    },
    create: async (label) => {
      const created = await calls.create(label);
      return created.ok ? ok({ ...created.value, ref: refIn(created.value) }) : err(created.error);
    },
    remove: calls.remove,
    check: calls.check,
  };
}

const NONE: ReadonlySet<RemoteToken> = new Set();

const projectCalls = (client: CircleCiClient, project: ProjectSlug, scope: TokenScope) => ({
  list: () => client.listProjectTokens(project),
  create: (label: string) => client.createProjectToken(project, { label, scope: scope as ProjectScope }),
  remove: (key: Parameters<TokenList['remove']>[0]) => client.deleteProjectToken(project, key),
  check: (value: Parameters<TokenList['check']>[0]) => client.checkProjectToken(project, value),
});

const personalCalls = (client: CircleCiClient, scope: TokenScope) => ({
  list: () => client.listPersonalTokens(),
  create: (label: string) => client.createPersonalToken({ label, scope: scope as PersonalScope }),
  remove: (key: Parameters<TokenList['remove']>[0]) => client.deletePersonalToken(key),
  check: (value: Parameters<TokenList['check']>[0]) => client.checkPersonalToken(value),
});
