import { createHash } from 'node:crypto';

import { scrub } from '../../../shared/domain/ledger-entry';
import type { Instant } from '../../../shared/domain/instant';
import { showHidden } from '../../../shared/domain/plain-text';
import { shorten } from '../../../shared/domain/shorten';
import type { DateKind, TokenDate } from './calendar-dates';
import { projectName, scopeName } from './report-words';

/** An entry of a calendar: of one token, or of many on one day. */
export interface CalendarEvent {
  /** The same in every export, so that a calendar that has it already is brought up to date. */
  readonly uid: string;
  readonly day: Instant;
  readonly title: string;
  readonly description: string;
}

/** With more dates than this a calendar has one entry a day and project; with more of those, one a day. */
export const MOST_EVENTS = 500;

/** The entries of a calendar: as fine as it can have them. */
export function eventsOf(dates: readonly TokenDate[]): readonly CalendarEvent[] {
  if (dates.length <= MOST_EVENTS) return dates.map(single);
  const byProject = grouped(dates, ({ token }) => `${token.connection}\n${token.project ?? ''}`);
  if (byProject.length <= MOST_EVENTS)
    return byProject.map(([key, group]) => many(key, group, ` of ${placeOf(group)}`));
  return grouped(dates, () => '').map(([key, group]) => many(key, group, ''));
}

/** What an entry begins with: calendars show little of a long title. */
const WORDS: Readonly<Record<DateKind, string>> = { due: 'Due', expiry: 'Expires' };

const NOTES: Readonly<Record<DateKind, string>> = {
  due: 'Is due for rotation by the policy in Rekey; CircleCI does not end it by itself.',
  expiry:
    'Expires at CircleCI, by CircleCI’s own date: the token stops working then, whatever the policy says.',
};

const MOST_CHARACTERS = 200;
const plain = (text: string) => shorten(showHidden(scrub(text)), MOST_CHARACTERS);

function single({ kind, day, token, organisation }: TokenDate): CalendarEvent {
  return {
    uid: `${token.ref}-${kind}@rekey`,
    day,
    title: plain(`${WORDS[kind]}: ${token.label} (${scopeName(token)})`),
    description: `${plain(`${organisation}, project ${projectName(token)}`)}. ${NOTES[kind]}`,
  };
}

type Group = readonly [string, readonly [TokenDate, ...TokenDate[]]];

function grouped(dates: readonly TokenDate[], placeOfDate: (date: TokenDate) => string): readonly Group[] {
  const groups = new Map<string, [TokenDate, ...TokenDate[]]>();
  for (const date of dates) {
    const key = `${date.kind}\n${String(date.day)}\n${placeOfDate(date)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [date]);
    else group.push(date);
  }
  return [...groups];
}

const MOST_NAMED = 20;

function many(key: string, group: Group[1], place: string): CalendarEvent {
  const [{ kind, day }] = group;
  const noun = group.length === 1 ? 'token' : 'tokens';
  const names = group
    .slice(0, MOST_NAMED)
    .map(({ token }) => plain(`${token.label} (${projectName(token)})`));
  const rest = group.length > MOST_NAMED ? `\n… and ${String(group.length - MOST_NAMED)} more` : '';
  return {
    uid: `day_${createHash('sha256').update(key).digest('hex').slice(0, 32)}-${kind}@rekey`,
    day,
    title: plain(`${WORDS[kind]}: ${String(group.length)} ${noun}${place}`),
    description: `${names.join('\n')}${rest}\n${NOTES[kind]}`,
  };
}

const placeOf = ([{ token, organisation }]: Group[1]) =>
  token.project === undefined ? organisation : projectName(token);
