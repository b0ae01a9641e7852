import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConsumerEntry } from '../../shared/domain/consumer';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import type { PlanRow, PlanWarning, SkipReason } from '../../shared/domain/rotation-plan';
import { isAccessUnknown, NO_LABEL, type TokenRecord } from '../../shared/domain/token';
import { keyOf, type ListedToken } from './row-world';

/** A fresh reading of the list that a token is in; nothing where it could not be read. */
export type FreshList = readonly ListedToken[] | undefined;

/** What is known of a token besides its list. `withOwn`: a person asked for the very token that Rekey works with. */
export interface Circumstances {
  readonly connection: ConnectionFacts;
  readonly isRotating: boolean;
  readonly withOwn: boolean;
  readonly consumers: ConsumerEntry;
  readonly now: Instant;
}

/** What the plan does with one token: a pure comparison of what the person saw with what the host says now. */
export function judgeRow(seen: TokenRecord, fresh: FreshList, known: Circumstances): PlanRow {
  const { ref, kind, scope, label, project, projectName, createdAt, lastFour } = seen;
  const why = skipReason(seen, fresh, known);
  const isOwn = seen.ownCredential === true;
  const { destinations, checklist } = known.consumers;
  return {
    ref,
    kind,
    scope,
    newScope: scope,
    label,
    ...(project !== undefined && { project }),
    ...(projectName !== undefined && { projectName }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastFour !== undefined && { lastFour }),
    verdict: why === undefined ? { kind: 'rotate' } : { kind: 'skip', why },
    destinations: [...(isOwn ? [{ kind: 'this-connection' as const }] : []), ...destinations],
    checklist,
    warnings: why === undefined ? warningsFor(seen, fresh ?? [], known.connection) : [],
  };
}

function skipReason(
  seen: TokenRecord,
  fresh: FreshList,
  { isRotating, withOwn, now: at }: Circumstances,
): SkipReason | undefined {
  if (seen.source === 'by-hand') return 'by-hand';
  if (isRotating) return 'already-rotating';
  if (seen.ownCredential === true && !withOwn) return 'own-credential';
  if (seen.scope === 'other') return 'unknown-scope';
  if (seen.label === NO_LABEL) return 'no-label';
  // Every personal token that is made by a call has full access: a narrower one would come back wider.
  if (seen.kind === 'personal' && seen.scope !== 'full') return 'access-level';
  if (seen.expiresAt !== undefined && seen.expiresAt <= at) return 'expired';
  if (fresh === undefined) return 'project-unreadable';
  const now = fresh.find(({ ref }) => ref === seen.ref);
  if (now === undefined) return 'gone';
  if (now.token.label !== seen.label || now.token.scope !== seen.scope) return 'changed';
  return keyOf(now.token) === undefined ? 'cannot-delete-here' : undefined;
}

const LEGACY_VALUE = /^[0-9a-f]{40}$/;

function warningsFor(
  seen: TokenRecord,
  fresh: readonly ListedToken[],
  { capabilities }: ConnectionFacts,
): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  if (seen.ownCredential === true) warnings.push('rekey-works-with-it');
  const value = fresh.find(({ ref }) => ref === seen.ref)?.token.value;
  if (capabilities.product === 'cloud' && value !== undefined && LEGACY_VALUE.test(value.reveal())) {
    warnings.push('new-token-format');
  }
  if (fresh.filter(({ token }) => token.label === seen.label).length > 1)
    warnings.push('label-is-not-unique');
  if (isAccessUnknown(seen)) warnings.push('access-unknown');
  if (seen.kind === 'personal' && seen.expiresAt === undefined) warnings.push('expiry-unknown');
  // Some minutes are the difference of two clocks.
  if ((seen.createdAt ?? 0) > seen.firstSeenAt + DAY_MS) warnings.push('date-in-future');
  if (seen.kind === 'personal' && capabilities.product === 'cloud') {
    warnings.push('expiry-not-carried', 'sso-not-carried');
  }
  return warnings;
}
