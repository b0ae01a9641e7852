import { assertNever } from '../../shared/assert-never';
import { describeFailure } from '../../shared/domain/api-failure';
import type {
  Need,
  PassedOver,
  RowAction,
  RowFailure,
  RunRow,
  RunView,
} from '../../shared/domain/rotation-run';
import { proofFacts } from '../../shared/domain/proof-facts';
import { outcomeOf, totalRun } from '../../shared/domain/rotation-run';
import { timeUtc } from '../words/date-words';
import { plain, scopeWord } from '../words/token-words';
import { counted, countWord } from '../words/count-words';

/** What a row has to say besides its step: one short sentence a fact. */
export function factsOf(row: RunRow): readonly string[] {
  const facts: string[] = [];
  if (row.scope !== row.newScope)
    facts.push(`The new token can do less: ${scopeWord(row)} → ${scopeWord({ scope: row.newScope })}.`);
  if (row.newLabel !== undefined)
    facts.push(
      `The new token is called “${plain(row.newLabel)}”: CircleCI did not take the same label twice.`,
    );
  for (const { receipt } of row.deliveries)
    if (receipt.kind === 'file') facts.push(`Encrypted file: ${receipt.path}`);
  for (const { label, createdAt } of row.unexplained ?? [])
    facts.push(
      `Not explained yet: “${plain(label)}”, ${createdAt === undefined ? 'created at a time that CircleCI does not say' : `created ${timeUtc(createdAt)}`}.`,
    );
  facts.push(...proofFacts(row));
  if (row.passedOver !== undefined) facts.push(PASSED_OVER_WORDS[row.passedOver]);
  if (row.keptBecause !== undefined) facts.push(`The old token is kept: ${plain(row.keptBecause)}`);
  if (row.overrideReason !== undefined)
    facts.push(`Its open checklist was overridden: ${plain(row.overrideReason)}`);
  if (row.goneAt !== undefined) facts.push(`Old token removed from the list at ${timeUtc(row.goneAt)}.`);
  return facts;
}

const PASSED_OVER_WORDS: Readonly<Record<PassedOver, string>> = {
  gone: 'Skipped: somebody deleted the token after the plan was made. Nothing was done.',
  changed: 'Skipped: the token was changed after the plan was made. Nothing was done to it.',
};

/** True where a person can end in CircleCI's own pages what Rekey could not. */
export const endsInCircleCi = ({ reason }: Pick<Need, 'reason'>): boolean =>
  [
    'delete-refused',
    'old-still-live',
    'create-unclear',
    'orphan-unproved',
    'extra-found',
    'new-missing',
  ].includes(reason);

export const ACTION_WORDS: Readonly<Record<RowAction, string>> = {
  'try-again': 'Try again',
  'discard-new': 'Discard new token',
  'hand-over': 'Hand over by hand',
  leave: 'Leave as it is',
  'review-found': 'Review the tokens found',
  'not-ours': 'Not ours: go on',
};

/** How a run stands, in a sentence that never says more than is proved; its counts add up to its rows. */
export function runSentence(run: RunView): string {
  const { done, waiting, needsYou, left, closed } = totalRun(run);
  const parts = [
    `${countWord(done)} of ${countWord(run.rows.length)} done`,
    waiting > 0 && `${countWord(waiting)} waiting`,
    needsYou > 0 && (needsYou === 1 ? '1 needs you' : `${countWord(needsYou)} need you`),
    left > 0 && `${countWord(left)} left`,
    closed > 0 && `${countWord(closed)} closed`,
  ];
  return `${PHASE_WORDS[run.phase] ?? OUTCOME_WORDS[outcomeOf(run)]}: ${parts.filter(Boolean).join(', ')}.`;
}

const PHASE_WORDS: Readonly<Partial<Record<RunView['phase'], string>>> = {
  running: 'Running',
  pausing: 'Pausing after what is in hand',
  stopping: 'Stopping after what is in hand',
  paused: 'Paused',
  interrupted: 'Rekey ended in the middle of this run, and every token is safe',
};

const OUTCOME_WORDS = { done: 'Done', partly: 'Partly', 'needs-you': 'Needs you' } as const;

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
    case 'typed-differently':
      return 'What was typed does not match. Nothing was deleted.';
    case 'checklist-open':
      return `${counted(failure.count, 'token')} still ${failure.count === 1 ? 'has' : 'have'} places to tick off. Nothing was deleted.`;
    case 'attestation-open':
      return `Nothing was deleted: ${counted(failure.count, 'new value')} ${failure.count === 1 ? 'has' : 'have'} to be attested first, as nothing proves that ${failure.count === 1 ? 'it works' : 'they work'}.`;
    case 'place-taken':
      return 'Nothing was done: another token that is being rotated is written to the same variable, where only one value has room.';
    case 'stray-left':
      return 'Nothing was done: the list still shows a new token with this label. Delete it in CircleCI first, or try again.';
    case 'in-use':
      return 'Nothing was done: Rekey works with this new token. Connect with another one first.';
    case 'old-gone':
      return 'Nothing was done: the old token is no longer there, so the new one may be the only one that works.';
    case 'value-lost':
      return 'The value is no longer there. The old token works as before.';
    case 'journal-unwritable':
      return 'Nothing was done: Rekey could not write its journal. Free some disk space, then restart Rekey.';
    case 'ledger-unwritable':
      return 'Nothing was done: the ledger takes no new entry, and this has to be in it: free some disk space, or look in Evidence what is wrong with it.';
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
