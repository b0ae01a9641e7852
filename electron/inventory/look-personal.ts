import type { ApiFailure } from '../../shared/domain/api-failure';
import type { PersonalCoverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import { countKnown } from './doubt-emptied';
import type { LookPorts } from './look-ports';
import { mayBeOwn } from './own-credential';
import type { Snapshot } from './snapshots';
import { recordsOf, type SyncContext } from './token-records';

/** The credential has been proved by then: that it is not taken here says no more than that it is of no use here. */
const NOT_LISTED: ReadonlySet<ApiFailure['kind']> = new Set([
  'unauthorized',
  'forbidden',
  'not-json',
  'removed',
]);

interface PersonalReading {
  readonly tokens: readonly TokenRecord[];
  readonly coverage: PersonalCoverage;
}

/**
 * The account's own personal tokens, or the register where the host never listed them. A list that was read once and is
 * refused now is missed, unless CircleCI removed the call or a person retired it; and one that is empty now contradicts itself,
 * as the token that asked belongs into it.
 */
export async function readPersonalTokens(
  last: Snapshot | undefined,
  { client, connection, credential, byHand, isOwnDeletion }: LookPorts,
  context: SyncContext,
  signal: AbortSignal,
): Promise<PersonalReading> {
  const wasListed = hasBeenListed(last);
  if (connection.capabilities.personalTokens === 'by-hand' && !wasListed)
    return { tokens: byHand, coverage: { kind: 'by-hand' } };

  const listed = await client.listPersonalTokens(signal);
  if (!listed.ok) {
    const { error } = listed;
    const isMissed = wasListed && error.kind !== 'removed';
    if (NOT_LISTED.has(error.kind) && !isMissed) return { tokens: byHand, coverage: { kind: 'by-hand' } };
    if (error.kind === 'cancelled') return { tokens: byHand, coverage: { kind: 'pending' } };
    return { tokens: byHand, coverage: { kind: 'unreachable', failure: error } };
  }
  const kept = countKnown(last?.tokens ?? [], isOwnDeletion).get(undefined) ?? 0;
  if (listed.value.length === 0 && kept > 0) return { tokens: byHand, coverage: { kind: 'in-doubt', kept } };

  const { address: host, id } = connection;
  const place = { host, connection: id, kind: 'personal' as const, project: undefined };
  const owner = { name: connection.login, source: 'self' as const };
  const own = mayBeOwn(listed.value, credential);
  const rows = recordsOf(listed.value, { ...context, place, owner, mayBeOwn: own });
  return { tokens: [...rows, ...byHand], coverage: { kind: 'read' } };
}

/** True where an earlier sync read the list, and nobody has retired it since. */
function hasBeenListed(last: Snapshot | undefined): boolean {
  if (last === undefined || last.coverage.personalRetiredAt !== undefined) return false;
  const { kind } = last.coverage.personal;
  return (
    kind === 'read' || last.tokens.some(({ source, project }) => source === 'host' && project === undefined)
  );
}
