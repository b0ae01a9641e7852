import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { countWord } from './count-words';

/** The exact moment, as `2026-11-24 14:02 UTC`. */
export const exactUtc = (instant: Instant): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The day, as `2026-11-24`. */
export const dayUtc = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

/** The time of day, as `14:02 UTC`. */
export const timeUtc = (instant: Instant): string => `${new Date(instant).toISOString().slice(11, 16)} UTC`;

/** Whole days since a moment, as `412 d`; `today` within the first. */
export function ageWord(instant: Instant, now: Instant): string {
  const days = Math.floor((now - instant) / DAY_MS);
  return days < 1 ? 'today' : `${countWord(days)} d`;
}

/** How far away a moment is, in whole days: `in 12 d`, `322 d ago`, `today`. */
export function distanceWord(instant: Instant, now: Instant): string {
  const days = Math.trunc((instant - now) / DAY_MS);
  if (days === 0) return 'today';
  return days > 0 ? `in ${countWord(days)} d` : `${countWord(-days)} d ago`;
}

const HOUR_MS = DAY_MS / 24;
const MINUTE_MS = HOUR_MS / 60;

/** How long until a moment, as `2 d 4 h`, `23 h 12 min`, `4 min`; nothing where it has come. */
export function countdownWord(until: Instant, now: Instant): string | undefined {
  if (until <= now) return undefined;
  // A minute that has begun counts, before anything is divided: there is no sixtieth.
  const left = Math.ceil((until - now) / MINUTE_MS) * MINUTE_MS;
  const days = Math.floor(left / DAY_MS);
  const hours = Math.floor((left % DAY_MS) / HOUR_MS);
  const minutes = (left % HOUR_MS) / MINUTE_MS;
  if (days > 0) return `${String(days)} d ${String(hours)} h`;
  return hours > 0 ? `${String(hours)} h ${String(minutes)} min` : `${String(minutes)} min`;
}
