import { createEvents } from 'ics';

import type { Instant } from '../../../shared/domain/instant';
import type { CalendarEvent } from './calendar-events';
import { foldLines } from './fold-lines';
import { slicesOf, type Part } from './part';

export interface CalendarFacts {
  readonly organisation: string;
  readonly madeAt: Instant;
  /** Days before each date on which the calendar is to speak. */
  readonly warnings: readonly number[];
}

/** Checking an event takes long; main is not held for more of them at once. */
const EVENTS_A_PART = 50;
const SEQUENCE_FROM = Date.UTC(2020, 0, 1);
const HOURS_A_DAY = 24;
const NEXT_DAY = 1;

/**
 * The entries as an iCalendar file of whole days. The number of an entry grows with the time it was made at, so that a calendar
 * takes a later export for news of the entries it has.
 */
export function* calendarIcs(events: readonly CalendarEvent[], facts: CalendarFacts): Iterable<Part> {
  const [head, foot] = framed([], facts).split('END:VCALENDAR');
  yield { text: head ?? '', rows: 0 };
  for (const some of slicesOf(events, EVENTS_A_PART)) {
    const whole = framed(some, facts);
    const text = whole.slice(whole.indexOf('BEGIN:VEVENT'), whole.lastIndexOf('END:VCALENDAR'));
    yield { text, rows: some.length };
  }
  yield { text: `END:VCALENDAR${foot ?? ''}`, rows: 0 };
}

function framed(events: readonly CalendarEvent[], { organisation, madeAt, warnings }: CalendarFacts): string {
  const sequence = Math.max(0, Math.floor((madeAt - SEQUENCE_FROM) / 1_000));
  const { error, value } = createEvents(
    events.map(({ uid, day, title, description }) => {
      const event = {
        uid,
        sequence,
        title,
        description,
        // The library would ask the clock.
        timestamp: madeAt,
        start: dateOf(day, 0),
        end: dateOf(day, NEXT_DAY),
        busyStatus: 'FREE' as const,
        transp: 'TRANSPARENT' as const,
        alarms: warnings.map((days) => ({
          action: 'display' as const,
          description: title,
          trigger: { hours: days * HOURS_A_DAY, before: true },
        })),
      };
      return event;
    }),
    { productId: '-//Rekey//Rekey//EN', method: 'PUBLISH', calName: `CircleCI tokens of ${organisation}` },
  );
  if (error !== null || value === null) throw new Error('an event of ours is always one');
  return foldLines(value);
}

function dateOf(day: Instant, later: number): [number, number, number] {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + later);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
