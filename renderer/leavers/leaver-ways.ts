import type { LeaverId } from '../../shared/domain/leaver';
import type { TokenRecord } from '../../shared/domain/token';

/** What leads out of the section: other sections' work. */
export interface LeaverWays {
  readonly onPlan: (tokens: readonly TokenRecord[]) => void;
  readonly onReport?: (leaver: LeaverId) => void;
}
