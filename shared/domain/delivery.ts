import { assertNever } from '../assert-never';
import { describeFailure, type ApiFailure } from './api-failure';
import type { Destination } from './destination';
import type { Instant } from './instant';

/**
 * What a delivery left behind, to prove it by and to undo it with, also after a restart. Never the value, nor anything it
 * could be told from.
 */
export type Receipt =
  /**
   * `updatedBefore` is when the variable was last written before Rekey did, where the host says so. `showedSame`: it showed
   * the new value's last four before that, so that without a date nothing tells whether it was written.
   */
  | {
      readonly kind: 'variable';
      readonly wasThere: boolean;
      readonly updatedBefore?: Instant;
      readonly showedSame?: true;
    }
  /** The command ended with 0, which is all the proof there is. */
  | { readonly kind: 'command' }
  /** SHA-256 (hex) is that of the encrypted file. */
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string }
  | { readonly kind: 'switched' }
  | { readonly kind: 'copied' };

/** A value that was written to a place, and what is known of it. */
export interface Delivery {
  readonly to: Destination;
  readonly receipt: Receipt;
}

/** True where reading the place back cannot tell the new value from the one before. */
export const isWeakerProof = (receipt: Receipt): boolean =>
  receipt.kind === 'variable' && receipt.showedSame === true && receipt.updatedBefore === undefined;

/** Every expected way in which a delivery fails: the host's, or this computer's. */
export type DeliveryFailure =
  | ApiFailure
  /** The command or folder is no longer in Settings. */
  | { readonly kind: 'target-gone' }
  | { readonly kind: 'command-not-run'; readonly why: 'not-found' | 'not-permitted' | 'unsafe-argument' }
  | { readonly kind: 'command-failed'; readonly exitCode: number }
  | { readonly kind: 'command-timed-out' }
  | { readonly kind: 'file-not-written' }
  | { readonly kind: 'bad-recipient' }
  /** The new credential does not belong to the account of this connection, or could not be kept. */
  | { readonly kind: 'not-switched' };

/** One sentence for a person: what happened at the place. */
export function describeDeliveryFailure(failure: DeliveryFailure): string {
  switch (failure.kind) {
    case 'target-gone':
      return 'This place is no longer in Settings.';
    case 'command-not-run':
      return NOT_RUN_WORDS[failure.why];
    case 'command-failed':
      return `The command ended with exit code ${String(failure.exitCode)}.`;
    case 'command-timed-out':
      return 'The command did not end in time and was stopped.';
    case 'file-not-written':
      return 'The encrypted file could not be written: the folder may be full, gone or not writable.';
    case 'bad-recipient':
      return 'A recipient of the encrypted file is not an age recipient.';
    case 'not-switched':
      return 'The connection could not be switched to the new token, and goes on with the old one.';
    default:
      return describeFailure(failure);
  }
}

const NOT_RUN_WORDS = {
  'not-found': 'The command was not found on this computer.',
  'not-permitted': 'This computer does not allow the command to run.',
  'unsafe-argument':
    'The label or project could be read as an option or as code by the command, so it was not run: change its arguments in Settings.',
} as const;

/** Where a value was written, in the fewest words, for a question or a list. */
export function placeWord(to: Destination): string {
  switch (to.kind) {
    case 'context-variable':
      return `context ${to.contextName} / ${to.variable}`;
    case 'project-variable':
      return `${to.project} / ${to.variable}`;
    case 'command':
      return `command ${to.name}`;
    case 'age-file':
      return `encrypted file in ${to.name}`;
    case 'this-connection':
      return 'this connection of Rekey';
    default:
      return assertNever(to);
  }
}
