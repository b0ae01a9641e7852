import { BALANCED, judge } from '../../../shared/domain/age-policy';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRecord } from '../../../shared/domain/token';

/** A token as the peer is given it: what our own columns show, as plain as it can be. */
export interface PeerRow {
  readonly label: string;
  readonly kind: string;
  readonly scope: string;
  readonly project: string;
  readonly owner: string;
  readonly created?: Instant;
  readonly lastUsed?: Instant;
  readonly expires?: Instant;
  readonly due?: Instant;
}

export function peerRowOf(token: TokenRecord, now: Instant): PeerRow {
  const { label, kind, scope, project = '', owner, createdAt, lastUsedAt, expiresAt } = token;
  const due = judge(token, BALANCED, now);
  return {
    label,
    kind,
    scope,
    project,
    owner: owner?.name ?? '',
    ...(createdAt !== undefined && { created: createdAt }),
    ...(lastUsedAt !== undefined && { lastUsed: lastUsedAt }),
    ...(expiresAt !== undefined && { expires: expiresAt }),
    ...(due.kind !== 'no-limit' && { due: due.dueAt }),
  };
}
