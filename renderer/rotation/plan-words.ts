import { assertNever } from '../../shared/assert-never';
import { describeFailure } from '../../shared/domain/api-failure';
import type { Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import {
  countToRotate,
  type ConfirmFailure,
  type PlanFailure,
  type PlanRow,
  type PlanWarning,
  type RotationPlan,
  type SkipReason,
} from '../../shared/domain/rotation-plan';
import { counted } from '../words/count-words';
import { scopeWord } from '../words/token-words';

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  gone: 'skipped: no longer there',
  changed: 'skipped: changed since you looked',
  'unknown-scope': 'skipped: its scope is not one that Rekey knows',
  'project-unreadable': 'skipped: its project could not be read',
  'by-hand': 'skipped: kept by hand; rotate it in CircleCI',
  'own-credential': 'skipped: Rekey works with it, or may',
  'cannot-delete-here': 'skipped: this host gives nothing to delete it by',
  'already-rotating': 'skipped: a rotation of it is not finished',
};

export const WARNING_WORDS: Readonly<Record<PlanWarning, string>> = {
  'new-token-format': 'The new value has a longer form with a prefix; old tools may refuse it.',
  'expiry-not-carried': 'Its expiry cannot be carried over.',
  'access-level-not-carried': 'Its access level cannot be carried over.',
  'sso-not-carried': 'SSO authorisation has to be given again in CircleCI.',
  'label-is-not-unique': 'Another token here has the same label; Rekey goes by its id.',
};

/** Where a value goes, in the fewest words; the token's own project needs no name. */
export function destinationWord(destination: Destination, own?: ProjectSlug): string {
  if (destination.kind === 'context-variable') {
    return `context ${destination.contextName} / ${destination.variable}`;
  }
  return `${destination.project === own ? 'its project' : destination.project} / ${destination.variable}`;
}

/** Where the value of a row goes. */
export const destinationsWord = ({
  destinations,
  project,
}: Pick<PlanRow, 'destinations' | 'project'>): string =>
  destinations.length === 0
    ? 'hand-over tray'
    : destinations.map((destination) => destinationWord(destination, project)).join(', ');

/** Counts by scope: `9 Admin, 2 Status`. */
export function scopeCounts(plan: RotationPlan): string {
  const counts = new Map<string, number>();
  for (const row of plan.rows) {
    if (row.verdict.kind === 'rotate') counts.set(scopeWord(row), (counts.get(scopeWord(row)) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${String(count)} ${word}`).join(', ');
}

/** What confirming would do, in whole sentences. */
export function consequences(plan: RotationPlan): string {
  const count = countToRotate(plan);
  const byHand = plan.rows.filter(
    ({ verdict, destinations }) => verdict.kind === 'rotate' && destinations.length === 0,
  );
  const created = `${counted(count, 'new token')} will be created with the same labels and scopes.`;
  const handed =
    byHand.length === 0
      ? 'Every value is delivered by Rekey and read back.'
      : `${counted(byHand.length, 'value')} will wait in the hand-over tray for you.`;
  const deleted =
    plan.retirement === 'when-proved'
      ? 'An old token is deleted only when its new value is proved in its place, or when you say that you have stored it.'
      : 'Nothing old is deleted: the old tokens wait until you delete them.';
  return `${created} ${handed} ${deleted}`;
}

export function planFailureSentence(failure: PlanFailure): string {
  switch (failure.kind) {
    case 'no-such-connection':
    case 'no-such-plan':
      return 'This plan is no longer there. Nothing was changed; make it again.';
    case 'credential-missing':
      return 'Nothing was changed. The token of this connection has to be typed again first.';
    case 'several-connections':
      return 'A plan belongs to one connection. Nothing was changed.';
    case 'too-many':
      return `A plan can hold ${String(failure.limit)} tokens at most. Select fewer.`;
    case 'unreachable':
      return `Nothing was changed. ${describeFailure(failure.failure)}`;
    default:
      return assertNever(failure);
  }
}

export function confirmFailureSentence(failure: ConfirmFailure): string {
  switch (failure.kind) {
    case 'no-such-plan':
    case 'plan-changed':
      return 'The plan is no longer the one that was shown. Nothing was changed; make it again.';
    case 'typed-differently':
      return 'What was typed does not match. Nothing was changed.';
    case 'declined':
      return 'Nothing was changed. The plan is still here.';
    case 'busy':
      return 'Another run is not finished. Nothing was changed; finish or stop it first, in Rotation.';
    case 'nothing-to-rotate':
      return 'Every token of this plan is skipped. There is nothing to rotate.';
    case 'journal-unwritable':
      return 'Nothing was changed. Rekey could not write its journal, and rotates nothing without it: free some disk space or mend the rights of its folder, then restart Rekey.';
    default:
      return assertNever(failure);
  }
}
