import type { ApiFailure } from '../../shared/domain/api-failure';
import type { PersonalCoverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import type { LookPorts } from './look-ports';
import { mayBeOwn } from './own-credential';
import { recordsOf, type ListContext } from './token-records';

/** The credential has been proved by then: that it is not taken here says no more than that it is of no use here. */
const NOT_LISTED: ReadonlySet<ApiFailure['kind']> = new Set(['unauthorized', 'forbidden', 'not-json']);

/** The account's own personal tokens, or the register where the host does not list them. */
export async function readPersonalTokens(
  { client, connection, credential, byHand }: LookPorts,
  context: Pick<ListContext, 'hashKey' | 'firstSeen' | 'now'>,
  signal: AbortSignal,
): Promise<{ readonly tokens: readonly TokenRecord[]; readonly coverage: PersonalCoverage }> {
  if (connection.capabilities.personalTokens === 'by-hand')
    return { tokens: byHand, coverage: { kind: 'by-hand' } };

  const listed = await client.listPersonalTokens(signal);
  if (!listed.ok) {
    if (NOT_LISTED.has(listed.error.kind)) return { tokens: byHand, coverage: { kind: 'by-hand' } };
    if (listed.error.kind === 'cancelled') return { tokens: byHand, coverage: { kind: 'pending' } };
    return { tokens: byHand, coverage: { kind: 'unreachable', failure: listed.error } };
  }

  const place = { connection: connection.id, kind: 'personal' as const, project: undefined };
  const owner = { name: connection.login, source: 'self' as const };
  const own = mayBeOwn(listed.value, credential);
  const rows = recordsOf(listed.value, { ...context, place, owner, mayBeOwn: own });
  return { tokens: [...rows, ...byHand], coverage: { kind: 'read' } };
}
