import type { AgePolicy } from './age-policy';
import type { Instant } from './instant';
import type { PolicyException } from './policy-exception';

/** `none` (no keychain, or a locked one) and `weak` mean that a token can only be kept for the session. */
export type KeychainStrength = 'ready' | 'none' | 'weak';

/** What the page needs to know of the app around it. */
export interface AppFacts {
  readonly version: string;
  /** The instant by which due states are judged; fixed in tests, the clock otherwise. */
  readonly now: Instant;
  readonly policy: AgePolicy;
  /** SHA-256 (hex) of the policy in its canonical form. */
  readonly policyHash: string;
  readonly exceptions: readonly PolicyException[];
  /** Whether rotations can be written down; nothing is rotated while they cannot. */
  readonly journal: 'ready' | 'broken' | 'other-format' | 'unwritable';
  /** Whether it is known which tokens Rekey itself made and deleted before this start. */
  readonly ownWork: 'whole' | 'unreadable';
}
