import { LONGEST_EXCEPTION_DAYS } from '../../shared/domain/policy-exception';
import type { ExceptionFailure, PolicyFailure, PolicyFileFailure } from '../../shared/domain/policy-facts';
import type { Refusal } from '../../shared/ipc/contract';

const COMMON = {
  declined: 'Nothing was changed. You cancelled it.',
  busy: 'Nothing was changed. Rekey is asking you something already: answer that first.',
  'changed-meanwhile':
    'Nothing was changed. The policy or its exceptions changed while you were asked: look at what is in force now, then try again.',
  ledger: 'Nothing was changed. The ledger cannot be written to, and what is not written down is not done.',
  storage: 'Nothing was changed. It could not be written to disk.',
  refused: 'Nothing was changed. Some text is too long, or holds characters that cannot be seen.',
} as const;

/** Why a policy was not applied, kept or taken away. */
export function policyFailureSentence({ kind }: PolicyFailure | Refusal): string {
  switch (kind) {
    case 'name-of-preset':
      return 'Nothing was changed. This is the name of a preset with other numbers: give yours a name of its own.';
    case 'incident-to-come':
      return 'Nothing was changed. The moment lies in the future; an incident is about what was created before now.';
    case 'too-many':
      return 'Nothing was changed. There are too many policies already; delete one first.';
    case 'no-such-policy':
      return 'Nothing was changed. There is no policy of this name any more.';
    default:
      return COMMON[kind];
  }
}

/** Why an exception was not granted, or not ended. */
export function exceptionFailureSentence(failure: ExceptionFailure | Refusal): string {
  switch (failure.kind) {
    case 'none-allowed':
      return 'Nothing was granted. The policy in force knows no exception.';
    case 'already-over':
      return 'Nothing was changed. The end lies in the past.';
    case 'too-long':
      return failure.mostDays < LONGEST_EXCEPTION_DAYS
        ? `Nothing was granted. The policy in force allows ${String(failure.mostDays)} days at most.`
        : 'Nothing was granted. An exception lasts a year at most (365 days), whatever the policy.';
    case 'too-many':
      return 'Nothing was granted. There are too many exceptions in force already; end one first.';
    case 'no-such-exception':
      return 'Nothing was changed. There is no such exception any more.';
    default:
      return COMMON[failure.kind];
  }
}

/** Why a file was not written, or not taken. `undefined`: the person chose none. */
export function fileFailureSentence(failure: PolicyFileFailure | Refusal): string | undefined {
  switch (failure.kind) {
    case 'declined':
      return undefined;
    case 'disk':
      return 'Nothing was changed. The file could not be read or written.';
    case 'too-large':
      return 'Nothing was changed. The file is far larger than any policy.';
    case 'not-a-policy':
      return 'Nothing was changed. The file is not a policy that Rekey exported.';
    case 'other-version':
      return 'Nothing was changed. Another version of Rekey wrote this policy, in a form that this one cannot read.';
    case 'impossible':
      return `Nothing was changed. The file is a policy, and something in it cannot be: ${failure.fields.join(', ')}.`;
    default:
      return COMMON[failure.kind];
  }
}
