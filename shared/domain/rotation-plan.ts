import type { ApiFailure } from './api-failure';
import type { ConnectionId } from './connection-id';
import type { ManualConsumer } from './consumer';
import { placeKey, type Destination } from './destination';
import type { Instant } from './instant';
import type { RotationSubject } from './rotation-subject';

export type PlanId = string;

/** Why a row is left alone. Nothing happens to the token. */
export type SkipReason =
  | 'gone'
  | 'changed'
  | 'unknown-scope'
  | 'no-label'
  | 'project-unreadable'
  | 'by-hand'
  | 'own-credential'
  | 'access-level'
  | 'expired'
  | 'cannot-delete-here'
  | 'already-rotating';

/** What the person should know before confirming a row. */
export type PlanWarning =
  | 'new-token-format'
  | 'expiry-not-carried'
  | 'access-unknown'
  | 'expiry-unknown'
  | 'date-in-future'
  | 'sso-not-carried'
  | 'label-is-not-unique'
  | 'rekey-works-with-it';

/** One token of a plan: either it is rotated, or it is skipped and the plan says why. */
export interface PlanRow extends RotationSubject {
  readonly verdict: { readonly kind: 'rotate' } | { readonly kind: 'skip'; readonly why: SkipReason };
  /** Where a person puts it by hand, and ticks that off before the old token can be deleted. */
  readonly checklist: readonly ManualConsumer[];
  readonly warnings: readonly PlanWarning[];
}

/** How long, in hours, an old token lives on after its successor is proved. Its deletion is confirmed by itself. */
export const OVERLAPS = [0, 1, 24, 72, 168] as const;
export type OverlapHours = (typeof OVERLAPS)[number];

/** What one bulk rotation would do, made from a fresh look at the projects concerned. Nothing has been changed. */
export interface RotationPlan {
  readonly id: PlanId;
  readonly connection: ConnectionId;
  /** The name that the person types, with the count, to confirm. */
  readonly organisation: string;
  readonly madeAt: Instant;
  readonly rows: readonly PlanRow[];
  readonly overlapHours: OverlapHours;
  /** True where new values can be sealed on disk; false where they are only kept in memory until handed over. */
  readonly valuesAreSealed: boolean;
  /** A digest of all the above: a confirmation names it, so that only what was shown can run. */
  readonly hash: string;
}

export type PlanFailure =
  | { readonly kind: 'no-such-connection' }
  | { readonly kind: 'credential-missing' }
  | { readonly kind: 'several-connections' }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'unreachable'; readonly failure: ApiFailure };

export type ConfirmFailure =
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'plan-changed' }
  | { readonly kind: 'typed-differently' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'nothing-to-rotate' }
  /** Two tokens would go to one variable, where only one value has room. */
  | { readonly kind: 'same-place' }
  | { readonly kind: 'journal-unwritable' }
  | { readonly kind: 'ledger-unwritable' };

/** Why a plan was not written into a file. Nothing else has changed. */
export type PlanFileFailure =
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'disk' }
  /** The file is there; that it left Rekey could not be written down. */
  | { readonly kind: 'ledger-unwritable' };

export const countToRotate = (plan: Pick<RotationPlan, 'rows'>): number =>
  plan.rows.filter((row) => row.verdict.kind === 'rotate').length;

/** What a person types to confirm: the organisation and the count, as `acme 14`. */
export const confirmationOf = (plan: Pick<RotationPlan, 'organisation' | 'rows'>): string =>
  `${plan.organisation} ${String(countToRotate(plan))}`;

/** The variables that more than one token of the plan would be written to: only the last value would be left there. */
export function contestedPlaces({ rows }: Pick<RotationPlan, 'rows'>): readonly Destination[] {
  const places = rows
    .filter(({ verdict }) => verdict.kind === 'rotate')
    .flatMap(({ destinations }) => destinations)
    .filter(({ kind }) => kind === 'context-variable' || kind === 'project-variable');
  const seen = new Set<string>();
  return places.filter((place) => {
    const isSecond = seen.has(placeKey(place));
    seen.add(placeKey(place));
    return isSecond;
  });
}
