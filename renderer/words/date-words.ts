import { DAY_MS, type Instant } from '../../shared/domain/instant';

/** The exact moment, as `2026-11-24 14:02 UTC`. */
export const exactUtc = (instant: Instant): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The time of day, as `14:02 UTC`. */
export const timeUtc = (instant: Instant): string => `${new Date(instant).toISOString().slice(11, 16)} UTC`;

/** Whole days since a moment, as `412 d`; `today` within the first. */
export function ageWord(instant: Instant, now: Instant): string {
  const days = Math.floor((now - instant) / DAY_MS);
  return days < 1 ? 'today' : `${String(days)} d`;
}

/** How far away a moment is, in whole days: `in 12 d`, `322 d ago`, `today`. */
export function distanceWord(instant: Instant, now: Instant): string {
  const days = Math.trunc((instant - now) / DAY_MS);
  if (days === 0) return 'today';
  return days > 0 ? `in ${String(days)} d` : `${String(-days)} d ago`;
}
