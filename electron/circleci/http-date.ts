import type { Instant } from '../../shared/domain/instant';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`;

/** The three forms of RFC 9110: the one in use, and two that old servers send. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`^[A-Z][a-z]{2}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${TIME} GMT$`),
  new RegExp(String.raw`^[A-Z][a-z]{5,8}, (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${TIME} GMT$`),
  new RegExp(String.raw`^[A-Z][a-z]{2} ${MONTH} (?<day>[ \d]\d) ${TIME} (?<year>\d{4})$`),
];

/** The moment that an HTTP header names; `undefined` where it is not in a form of RFC 9110, which are all in UTC. */
export function parseHttpDate(raw: string): Instant | undefined {
  const parts = FORMS.map((form) => form.exec(raw)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const [year, day, hour, minute, second] = (['year', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => Number(parts[name]),
  ) as [number, number, number, number, number];
  const fullYear = year < 100 ? 2000 + year : year;
  const month = MONTHS.indexOf(parts['month'] ?? '');
  const date = new Date(Date.UTC(fullYear, month, day));
  const isReal = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 60) return undefined;
  return Date.UTC(fullYear, month, day, hour, minute, second);
}
