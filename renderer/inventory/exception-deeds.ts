import type { ExceptionSubject, PolicyException } from '../../shared/domain/policy-exception';

/** What a person wants excepted from the policy. */
export interface ExceptionWish {
  /** Absent where it is no group that stays the same while time passes. */
  readonly subject: ExceptionSubject | undefined;
  /** What stands in the way, in words. */
  readonly cannot: readonly string[];
  /** How many tokens it is for now. */
  readonly covers: number;
}

/** What can be done about exceptions from here: another section's work. */
export interface ExceptionDeeds {
  readonly grant: (wish: ExceptionWish) => void;
  readonly end: (exception: PolicyException) => void;
}
