import { DAY_MS, type Instant } from '../../shared/domain/instant';

const HOUR_MS = DAY_MS / 24;

/** How long to wait for the next check, in milliseconds: an hour, or until midnight in UTC where that is sooner. */
export const untilNextCheck = (now: Instant): number => Math.min(HOUR_MS, DAY_MS - (now % DAY_MS));
