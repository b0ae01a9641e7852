import type { StepProof } from './ledger-fact';
import type { NeedReason, RotationStep } from './rotation-run';

/** How far a rotation came, as the ledger says it: what was done, not what is being done. */
export const STEP_IN_LEDGER: Readonly<Record<RotationStep, string>> = {
  planned: 'to be begun again',
  creating: 'a new token is being created',
  ambiguous: 'the answer to the create was lost, and is being checked',
  sealed: 'created, its value sealed',
  verified: 'the new value was verified',
  delivered: 'the new value was delivered',
  proved: 'the new value was proved in its place',
  retiring: 'the old token waits to be deleted',
  deleting: 'the old token is being deleted',
  gone: 'done: the old token is no longer in the list',
  'needs-you': 'needs somebody',
  left: 'closed as it stood',
};

/** The same, of a step that rests on less than the host’s own proof. */
export const PROOF_IN_LEDGER: Readonly<Record<StepProof, string>> = {
  listed: 'the list shows the new token; that its value works is not provable on this host',
  weaker: 'the new value was written to its place, which showed the same last four characters before',
  person: 'a person said that the new value is stored',
};

/** Why a rotation stopped, in a few words. */
export const NEED_IN_LEDGER: Readonly<Record<NeedReason, string>> = {
  'changed-since-plan': 'changed since the plan',
  'new-missing': 'the new token is not in the list',
  'own-in-use': 'Rekey works with the old token',
  'create-refused': 'CircleCI refused to create',
  'create-limit': 'four creates gave no token to use',
  'create-unclear': 'it is unclear what was created',
  'orphan-unproved': 'nobody knows whose a token is that came during a lost create',
  'extra-found': 'another token of the same label and scope came during the create',
  'list-unsure': 'the list leaves out tokens',
  'records-disagree': 'the records of it do not agree',
  'value-lost': 'the new value is lost',
  'scope-differs': 'the new token has another scope',
  'label-differs': 'the new token has another label',
  'seal-failed': 'the new value could not be kept',
  'verify-failed': 'the new value was not recognised',
  'delivery-failed': 'the new value could not be delivered',
  'delivery-unproved': 'the new value was not found in its place',
  'old-still-live': 'the old token is still in the list',
  'delete-refused': 'CircleCI did not delete the old token',
  'credential-refused': 'the token that Rekey works with was refused',
  unreachable: 'CircleCI could not be reached',
  'journal-unwritable': 'the journal could not be written',
};
