import { millisecondsInDay } from 'date-fns/constants';

/** A moment in UTC, in milliseconds since 1970-01-01T00:00:00Z. Unknown is `undefined`, never a made-up number. */
export type Instant = number;

export const DAY_MS = millisecondsInDay;
