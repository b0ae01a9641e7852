import type { Instant } from '../../../shared/domain/instant';
import type { ShownTokens } from '../../../shared/domain/report-request';
import type { Rules } from '../../../shared/domain/standing';
import type { ReportSource } from './report-source';

/** What a review is made of. */
export interface ReviewMaterial {
  readonly sources: readonly ReportSource[];
  readonly rules: Rules;
  readonly now: Instant;
  /** What the inventory showed, where the review is of that only. */
  readonly shown?: ShownTokens;
}
