import { assertNever } from '../../shared/assert-never';
import { describeFailure } from '../../shared/domain/api-failure';
import type {
  Need,
  NeedReason,
  RotationStep,
  RowAction,
  RowFailure,
  RunRow,
  RunView,
} from '../../shared/domain/rotation-run';
import { outcomeOf, totalRun, waitsForHandOver } from '../../shared/domain/rotation-run';
import { timeUtc } from '../words/date-words';
import { countWord } from '../words/count-words';

/** The step of a row in words. Only a proved end is called done. */
export function stepWord(row: RunRow): string {
  if (waitsForHandOver(row)) return 'Waiting for hand-over';
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

/** What a closed row has to say for itself. */
export const goneWord = (row: RunRow): string | undefined =>
  row.goneAt === undefined ? undefined : `Old token removed from the list at ${timeUtc(row.goneAt)}`;

/** What happened, what is safe, and what to do next: in that order, in one breath. */
export function needSentence({ reason, failure }: Need): string {
  const why = failure === undefined ? '' : ` ${describeFailure(failure)}`;
  return `${NEED_WORDS[reason]}${why}`;
}

const NEED_WORDS: Readonly<Record<NeedReason, string>> = {
  'changed-since-plan': 'The token was changed or deleted since the plan was made. Nothing was done to it.',
  'create-refused': 'No new token was made; the old one works as before.',
  'create-unclear':
    'The old token works as before. CircleCI’s answer to the create was lost and the list does not show for certain what was made: look at the project’s tokens in CircleCI, delete a stray one, then try again.',
  'value-lost':
    'The old token works as before. The new value was only in memory and is lost: discard the new token and rotate again.',
  'scope-differs':
    'The old token works as before. CircleCI made the new token with another scope, so it is not used.',
  'seal-failed':
    'The old token works as before. The new value could not be kept on this computer, so the new token is not used.',
  'verify-failed': 'The old token works as before. CircleCI did not recognise the new value.',
  'delivery-failed': 'The old token works as before. The new value could not be written to its place.',
  'delivery-unproved': 'The old token works as before. Reading back did not show the new value in its place.',
  'old-still-live':
    'The new token is delivered and proved. CircleCI said the old one was deleted, but it is still in the list.',
  'delete-refused':
    'The new token is delivered and proved. CircleCI did not delete the old one: try again, or delete it in CircleCI.',
  'credential-refused':
    'Nothing further was done. CircleCI no longer accepts the token that Rekey works with: connect again, then try again.',
  unreachable: 'Nothing further was done to this token.',
  'journal-unwritable':
    'The old token works as before. Rekey could not write its journal, so it stopped: free some disk space, then restart Rekey.',
  stopped: 'The run was stopped before this token. Nothing was done to it.',
};

export const ACTION_WORDS: Readonly<Record<RowAction, string>> = {
  'try-again': 'Try again',
  'discard-new': 'Discard new token',
  'hand-over': 'Hand over by hand',
  leave: 'Leave as it is',
};

/** How a run stands, in a sentence that never says more than is proved. */
export function runSentence(run: RunView): string {
  const totals = totalRun(run);
  const done = `${countWord(totals.done)} of ${countWord(run.rows.length)} done`;
  switch (run.phase) {
    case 'running':
      return `Running: ${done}.`;
    case 'pausing':
      return `Pausing after what is in hand: ${done}.`;
    case 'stopping':
      return `Stopping after what is in hand: ${done}.`;
    case 'paused':
      return `Paused: ${done}.`;
    case 'interrupted':
      return `Rekey ended in the middle of this run. Every token is safe: ${done}.`;
    case 'ended':
      return OUTCOME_WORDS[outcomeOf(run)](done);
    default:
      return assertNever(run.phase);
  }
}

const OUTCOME_WORDS = {
  done: (done: string) => `Done: ${done}.`,
  partly: (done: string) => `Partly: ${done}.`,
  'needs-you': (done: string) => `Needs you: ${done}.`,
} as const;

/** Why something that a person asked for did not happen. */
export function rowFailureSentence(failure: RowFailure): string {
  switch (failure.kind) {
    case 'no-such-row':
    case 'not-possible-now':
      return 'This is no longer possible: the row has moved on.';
    case 'declined':
      return 'Nothing was done.';
    case 'busy':
      return 'Rekey is at work on this row. Try again in a moment.';
    case 'value-lost':
      return 'The value is no longer there. The old token works as before.';
    case 'journal-unwritable':
      return 'Nothing was done: Rekey could not write its journal. Free some disk space, then restart Rekey.';
    case 'credential-missing':
      return 'Nothing was done: the token of this connection has to be typed again first.';
    case 'unproved':
      return 'The list does not show that this happened. Try again, or look in CircleCI.';
    case 'api':
      return describeFailure(failure.failure);
    default:
      return assertNever(failure);
  }
}
