import type { Instant } from './instant';

/**
 * ISO 8601 only: `Date.parse` reads a date into almost any text with a number in it, and reads a time without a zone as the
 * computer's own.
 */
const ISO =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?) ?(Z|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i;

/** The moment that a text of a machine's or a file's names, in UTC where it names no zone; `undefined` where it is not plausible. */
export function parseInstant(raw: string): Instant | undefined {
  const [, day, time, zone = 'Z'] = ISO.exec(raw.trim()) ?? [];
  if (day === undefined) return undefined;
  const midnight = Date.parse(`${day}T00:00Z`);
  // A day that the calendar does not have is read as the one after it.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const instant =
    time === undefined ? midnight : Date.parse(`${day}T${time.replace(',', '.')}${offsetOf(zone)}`);
  return isPlausible(instant) ? instant : undefined;
}

/** From before CircleCI existed, or from the next century, no moment is believed. */
export const isPlausible = (instant: Instant): boolean =>
  instant >= Date.UTC(2011, 0) && instant <= Date.UTC(2100, 0);

function offsetOf(zone: string): string {
  if (/^(?:z|utc)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
