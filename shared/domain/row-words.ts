import { describeDeliveryFailure } from './delivery';
import {
  needsAttestation,
  waitsForHandOver,
  type Need,
  type NeedReason,
  type RotationStep,
  type RunRow,
} from './rotation-run';

/** The step of a row in words. Only a proved end is called done. */
export function stepWord(row: RunRow): string {
  if (waitsForHandOver(row)) return 'Waiting for hand-over';
  if (row.step === 'verified' && row.notProvable !== undefined) return 'Listed, delivering';
  if (row.step === 'proved' && needsAttestation(row)) return 'Delivered, not proved';
  if (row.step === 'proved' && row.storedByPerson === true) return 'Stored, as a person said';
  return STEP_WORDS[row.step];
}

const STEP_WORDS: Readonly<Record<RotationStep, string>> = {
  planned: 'Planned',
  creating: 'Creating',
  ambiguous: 'Checking what was created',
  sealed: 'Sealed, verifying',
  verified: 'Verified, delivering',
  delivered: 'Delivered, proving',
  proved: 'Proved',
  retiring: 'Waiting to be deleted',
  deleting: 'Deleting the old token',
  gone: 'Done',
  'needs-you': 'Needs you',
  left: 'Left as it was',
};

/** What happened, what is safe, and what to do next: in that order, in one breath. */
export function needSentence({ reason, failure }: Need): string {
  const why = failure === undefined ? '' : ` ${describeDeliveryFailure(failure)}`;
  return `${NEED_WORDS[reason]}${why}`;
}

const NEED_WORDS: Readonly<Record<NeedReason, string>> = {
  'changed-since-plan':
    'Nothing was deleted. The old token was changed since the plan was made, renamed for example. If its successor is in use, the old one still has to go: compare the two in CircleCI, then delete it there.',
  'new-missing':
    'Nothing was deleted. The new value is kept, but CircleCI’s list does not show the new token: look at the project’s tokens in CircleCI, then try again.',
  'own-in-use':
    'The new value is delivered. Rekey itself works with the old token, so it was not deleted: connect with another one, then try again.',
  'create-refused': 'No new token was made; the old one works as before.',
  'create-limit':
    'The old token works as before. Rekey has sent four creates and CircleCI refused them, or made none to use, so it sends no more by itself. Once the cause is mended, try again: that allows four more.',
  'create-unclear':
    'The old token works as before. CircleCI’s answer to the create was lost, and the list does not show for certain whether a token was created: Rekey sends no other create before you have looked at the project’s tokens in CircleCI. Then try again.',
  'orphan-unproved':
    'The old token works as before, and nothing was deleted. CircleCI’s answer to the create was lost, and the list shows a token that may have come of it, or that somebody else created. Review it, or say that it is not Rekey’s.',
  'extra-found':
    'Nothing was deleted. Besides the new token, another with the same label and scope came at the same time: a network may have sent the create twice, or somebody else created it. Review it, or say that it is not Rekey’s.',
  'list-unsure':
    'Nothing further was done. CircleCI’s list leaves out tokens that it had a moment ago, so it proves nothing: look at the project’s tokens in CircleCI, then try again.',
  'records-disagree':
    'Nothing was done to its tokens since Rekey started. What Rekey’s files say of this rotation does not agree: a file was damaged, emptied or put back to an earlier moment. Look at the project’s tokens in CircleCI, then decide.',
  'value-lost':
    'The old token works as before. The new value was only in memory and is lost: discard the new token and rotate again.',
  'scope-differs':
    'The old token works as before. CircleCI made the new token with another scope, so it is not used.',
  'label-differs':
    'The old token works as before. CircleCI gave the new token another label, so it is not used.',
  'seal-failed':
    'The old token works as before. The new value could not be kept on this computer, so the new token is not used.',
  'verify-failed': 'The old token works as before. CircleCI did not recognise the new value.',
  'delivery-failed': 'The old token works as before. The new value could not be written to its place.',
  'delivery-unproved': 'The old token works as before. Reading back did not show the new value in its place.',
  'old-still-live':
    'The new token is delivered. CircleCI said the old one was deleted, but it is still in the list.',
  'delete-refused':
    'The new token is delivered. CircleCI did not delete the old one: try again, or delete it in CircleCI.',
  'credential-refused':
    'Nothing further was done. CircleCI no longer accepts the token that Rekey works with: connect again, then try again.',
  unreachable: 'Nothing further was done to this token.',
  'journal-unwritable':
    'The old token works as before. Rekey could not write its journal, so it stopped: free some disk space, then restart Rekey.',
};
