import { assertNever } from '../../shared/assert-never';
import { describeFailure } from '../../shared/domain/api-failure';
import { placeWord } from '../../shared/domain/delivery';
import type { Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import {
  countToRotate,
  type ConfirmFailure,
  type OverlapHours,
  type PlanFailure,
  type PlanRow,
  type PlanWarning,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import type { TokenRecord } from '../../shared/domain/token';
import { counted, countWord } from '../words/count-words';
import { scopeWord } from '../words/token-words';

export const WARNING_WORDS: Readonly<Record<PlanWarning, string>> = {
  'new-token-format': 'The new value has a longer form with a prefix; old tools may refuse it.',
  'expiry-not-carried': 'Its expiry cannot be carried over.',
  'access-unknown': 'What it can do is not known: the new one has full access.',
  'expiry-unknown': 'Whether and when it expires is not known, and cannot be carried over.',
  'date-in-future':
    'CircleCI’s creation date lies after Rekey first saw it: a clock is wrong, and the date counts for nothing.',
  'sso-not-carried': 'SSO authorisation has to be given again in CircleCI.',
  'label-is-not-unique': 'Another token here has the same label; Rekey goes by its id.',
  'rekey-works-with-it':
    'Rekey works with this token: it comes last, and the connection is switched to the new one before the old one can be deleted.',
};

/** Where a value goes, in the fewest words; the token's own project needs no name. */
export function destinationWord(destination: Destination, own?: ProjectSlug): string {
  const isOwn = destination.kind === 'project-variable' && destination.project === own;
  return isOwn ? `its project / ${destination.variable}` : placeWord(destination);
}

/** Where the value of a row goes. */
export const destinationsWord = ({
  destinations,
  project,
}: Pick<PlanRow, 'destinations' | 'project'>): string =>
  destinations.length === 0
    ? 'hand-over tray'
    : destinations.map((destination) => destinationWord(destination, project)).join(', ');

export const OVERLAP_WORDS: Readonly<Record<OverlapHours, string>> = {
  0: 'can be deleted as soon as their new values are in place',
  1: 'live on for 1 hour',
  24: 'live on for 24 hours',
  72: 'live on for 3 days',
  168: 'live on for 7 days',
};

/** Counts by scope: `9 Admin, 2 Status`. */
export function scopeCounts(tokens: readonly Pick<TokenRecord, 'scope'>[]): string {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(scopeWord(token), (counts.get(scopeWord(token)) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${countWord(count)} ${word}`).join(', ');
}

/** What confirming would do, in whole sentences. */
export function consequences(plan: RotationPlan): string {
  const count = countToRotate(plan);
  const byHand = plan.rows.filter(
    ({ verdict, destinations }) => verdict.kind === 'rotate' && destinations.length === 0,
  );
  const narrowed = plan.rows.filter(
    ({ verdict, scope, newScope }) => verdict.kind === 'rotate' && scope !== newScope,
  ).length;
  const created = `${counted(count, 'new token')} will be created with the same ${count === 1 ? 'label' : 'labels'}${narrowed === 0 ? ` and ${count === 1 ? 'scope' : 'scopes'}` : `; ${counted(narrowed, 'scope')} narrower than before`}.`;
  const handed =
    byHand.length === 0
      ? 'Every value is delivered by Rekey, and its delivery is proved.'
      : `${counted(byHand.length, 'value')} will wait in the hand-over tray for you.`;
  const deleted = `Nothing old is deleted: the old tokens ${OVERLAP_WORDS[plan.overlapHours]}, and you confirm their deletion separately.`;
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
    case 'same-place':
      return 'Nothing was changed. Two tokens of this plan go to one variable, where only one value has room: choose another place for one of them.';
    case 'nothing-to-rotate':
      return 'Every token of this plan is skipped. There is nothing to rotate.';
    case 'journal-unwritable':
      return 'Nothing was changed. Rekey could not write its journal, and rotates nothing without it: free some disk space or mend the rights of its folder, then restart Rekey.';
    case 'ledger-unwritable':
      return 'Nothing was changed. The ledger takes no new entry, and nothing is rotated without it: free some disk space, or look in Evidence what is wrong with it.';
    default:
      return assertNever(failure);
  }
}
