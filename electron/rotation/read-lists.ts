import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { PlanFailure } from '../../shared/domain/rotation-plan';
import type { TokenRecord } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import type { FreshList } from './judge-row';
import type { RotationPorts } from './rotation-ports';
import type { Lists } from './token-list';

/** Reads every list that the tokens are in, once each. Fails as a whole only when the credential does. */
export async function readLists(
  tokens: readonly TokenRecord[],
  connection: ConnectionId,
  listAt: Lists,
  ports: RotationPorts,
): Promise<Result<(token: TokenRecord) => FreshList, PlanFailure>> {
  const client = ports.clientOf(connection);
  if (client === undefined) return err({ kind: 'credential-missing' });
  const places = new Map(
    tokens.filter(({ source }) => source === 'host').map((token) => [token.project ?? '', token] as const),
  );
  let fatal: ApiFailure | undefined;
  const lists = new Map<string, FreshList>();
  await Promise.all(
    [...places].map(async ([key, { kind, project, scope }]) => {
      const place = { connection, kind, scope, ...(project !== undefined && { project }) };
      const listed = await listAt(place, client).read();
      if (listed.ok) lists.set(key, listed.value.tokens);
      else if (listed.error.kind === 'unauthorized') fatal = listed.error;
    }),
  );
  if (fatal !== undefined) return err({ kind: 'unreachable', failure: fatal });
  return ok((token) => lists.get(token.project ?? ''));
}
