import type { Recovered } from '../../shared/domain/audit-log';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';

/** What an imported audit log told of a token, where it told anything. */
export type RecoveredOf = (ref: TokenRef) => Recovered | undefined;

/**
 * A record with what a log told of it, where the host tells nothing; without what a log told once and no longer does. The very
 * same record where that changes nothing.
 */
export function withRecovered(token: TokenRecord, told: Recovered | undefined): TokenRecord {
  const byLog = token.owner?.source === 'audit-log' || token.createdFrom !== undefined;
  if (told === undefined && !byLog) return token;
  const { owner, createdAt, createdFrom, ...rest } = token;
  const ownOwner = owner?.source === 'audit-log' ? undefined : owner;
  const ownDate = createdFrom === undefined ? createdAt : undefined;
  const date = ownDate ?? told?.createdAt;
  const name = ownOwner ?? (told && { name: told.owner, source: 'audit-log' as const });
  const isSame = name?.name === owner?.name && date === createdAt;
  if (isSame) return token;
  return {
    ...rest,
    ...(name !== undefined && { owner: name }),
    ...(date !== undefined && { createdAt: date }),
    ...(ownDate === undefined && date !== undefined && { createdFrom: 'audit-log' as const }),
  };
}
