import type { AgePolicy } from './age-policy';
import type { ExceptionProblem } from './exception-draft';
import type { Instant } from './instant';
import type { PolicyException } from './policy-exception';
import type { PolicyProblem } from './policy-problem';

export const MOST_OWN_POLICIES = 50;
export const MOST_EXCEPTIONS = 500;
export const LONGEST_POLICY_NAME = 80;
export const LONGEST_PERSON = 200;
export const LONGEST_REASON = 500;
export const LONGEST_RISK_ANALYSIS = 300;

/** The policy in force, what may be put in its place, and who may outlive it. */
export interface PolicyFacts {
  readonly policy: AgePolicy;
  /** SHA-256 (hex) of the policy in its canonical form. */
  readonly hash: string;
  /** Absent: since Rekey was first started. */
  readonly since?: Instant;
  /** By name. */
  readonly own: readonly AgePolicy[];
  /** Those in force and those that have ended, in the order in which they were granted. */
  readonly exceptions: readonly PolicyException[];
  /** `set-aside`: what was kept could not be understood, and Balanced is in force in its place; `unreadable`: it cannot be read now. */
  readonly kept: 'whole' | 'set-aside' | 'unreadable';
  /** When this was so. */
  readonly now: Instant;
}

/** Why main did not do what it has to ask a person for. */
export type AskedFailure =
  | { readonly kind: 'declined' }
  /** Another such question is open. */
  | { readonly kind: 'busy' }
  /** The rules are no longer those that the person was asked about. */
  | { readonly kind: 'changed-meanwhile' };

/** Why nothing was changed. */
export type PolicyFailure =
  | PolicyProblem
  | AskedFailure
  /** The ledger takes nothing: what is not written down is not done. */
  | { readonly kind: 'ledger' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'no-such-policy' };

/** Why an exception was not granted, or not ended. */
export type ExceptionFailure =
  | ExceptionProblem
  | AskedFailure
  | { readonly kind: 'ledger' | 'storage' | 'too-many' | 'no-such-exception' };

/** Why a file of a policy was not taken, or not written. */
export type PolicyFileFailure =
  | { readonly kind: 'declined' | 'disk' | 'too-large' | 'ledger' }
  /** No JSON, or nothing that says that it is a policy of Rekey. */
  | { readonly kind: 'not-a-policy' }
  | { readonly kind: 'other-version' }
  /** A policy of Rekey in which something cannot be: `fields` are places in it, such as `policy.maxAgeDays.all`. */
  | { readonly kind: 'impossible'; readonly fields: readonly string[] };
