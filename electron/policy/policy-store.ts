import { z } from 'zod';

import type { AgePolicy } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import type { PolicyException } from '../../shared/domain/policy-exception';
import { MOST_EXCEPTIONS, MOST_OWN_POLICIES } from '../../shared/domain/policy-facts';
import { instant } from '../../shared/ipc/call';
import { agePolicy, exceptionId, exceptionReason, exceptionWords } from '../../shared/ipc/policy-schema';
import { jsonFile, type JsonFile } from '../files/json-file';

/** What a team agrees on: the policy in force and since when, those kept for later, and the exceptions. */
export interface PolicyState {
  readonly format: 1;
  readonly policy: AgePolicy;
  readonly since?: Instant;
  readonly own: readonly AgePolicy[];
  readonly exceptions: readonly PolicyException[];
}

/** Where it is kept: a file of this computer, or whatever a team shares. */
export type PolicyStore = JsonFile<PolicyState>;

const exception: z.ZodType<PolicyException> = z.strictObject({
  id: exceptionId,
  ...exceptionWords,
  grantedAt: instant,
  ended: z.strictObject({ at: instant, reason: exceptionReason }).exactOptional(),
});

const STATE: z.ZodType<PolicyState> = z.strictObject({
  format: z.literal(1),
  policy: agePolicy,
  since: instant.exactOptional(),
  own: z.array(agePolicy).max(MOST_OWN_POLICIES).readonly(),
  exceptions: z.array(exception).max(MOST_EXCEPTIONS).readonly(),
});

/** The store that every Rekey has: a file that is set aside, and never overwritten, where it cannot be understood. */
export const localPolicyStore = (path: string): PolicyStore => jsonFile(path, STATE);
