import type { AgePolicy } from '../domain/age-policy';
import type { PolicyException } from '../domain/policy-exception';
import type { ExceptionFailure, PolicyFacts, PolicyFailure, PolicyFileFailure } from '../domain/policy-facts';
import { call, object } from './call';
import { decodeWith, nothing } from './decode';
import { agePolicy, exceptionDraft, exceptionId, exceptionReason, policyName } from './policy-schema';

const policy = object({ policy: agePolicy });

/** The policy in force, and exceptions from it. */
export const policyCalls = {
  'policy:facts': call<PolicyFacts>()(nothing),
  /** Puts a policy in force, after the ledger has taken it. */
  'policy:apply': call<PolicyFacts, PolicyFailure>()(policy),
  /** Keeps a policy of a person's own for later, in the place of the one with its name. */
  'policy:save-own': call<PolicyFacts, PolicyFailure>()(policy),
  'policy:remove-own': call<PolicyFacts, PolicyFailure>()(object({ name: policyName })),
  'policy:grant': call<PolicyException, ExceptionFailure>()(decodeWith(exceptionDraft)),
  'policy:end-exception': call<PolicyException, ExceptionFailure>()(
    object({ exception: exceptionId, reason: exceptionReason }),
  ),
  /** Main's own dialogs name the file. */
  'policy:export': call<null, PolicyFileFailure>()(policy),
  /** Reads a policy from a file, and changes nothing: the person sees first what it would do. */
  'policy:import': call<AgePolicy, PolicyFileFailure>()(nothing),
} as const;
