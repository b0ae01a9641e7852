import type { Instant } from '../../shared/domain/instant';

/** Only the ISO form, with a zone or as UTC: `Date.parse` reads a date into almost any text with a number in it. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/** A moment as files write it; nothing where it is none, or no plausible one. */
export function readDate(text: string): Instant | undefined {
  const [, day, time, zone] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const offset = zone === undefined || /^utc$/i.test(zone) ? 'Z' : zone;
  const instant = Date.parse(time === undefined ? day : `${day}T${time}${offset}`);
  // A day that the calendar does not have is read as the one after it.
  const isReal = !Number.isNaN(instant) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  return isReal && instant >= Date.UTC(2011, 0) && instant <= Date.UTC(2100, 0) ? instant : undefined;
}
