import fc from 'fast-check';
import { expect, test } from 'vitest';

import { datesOf } from '../../../../../electron/evidence/reports/calendar-dates';
import { eventsOf, MOST_EVENTS } from '../../../../../electron/evidence/reports/calendar-events';
import { calendarIcs } from '../../../../../electron/evidence/reports/calendar-form';
import { BALANCED } from '../../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../../shared/domain/instant';
import type { TokenRecord } from '../../../../../shared/domain/token';
import { anyTokens, BALANCED_RULES, HOSTILE_LABELS, sourceWith } from '../../../../support/report-material';
import { readCalendar } from '../../../../support/report-pack';
import { daysAgo, NOW, refNumber, slugOf, tokenWith } from '../../../../support/token-records';

function calendarOf(tokens: readonly TokenRecord[], madeAt = NOW): string {
  const events = eventsOf(datesOf([sourceWith(tokens)], BALANCED_RULES, madeAt));
  const parts = calendarIcs(events, { organisation: 'acme', madeAt, warnings: BALANCED.warnSteps });
  return [...parts].map(({ text }) => text).join('');
}

const read = (tokens: readonly TokenRecord[], madeAt?: number) => readCalendar(calendarOf(tokens, madeAt));

test('the due date by policy and the expiry by CircleCI are two entries, told apart, with an alarm at each warning', () => {
  const token = tokenWith({ createdAt: daysAgo(80), expiresAt: NOW + 20 * DAY_MS });
  expect(read([token]).map(({ title, day, alarms }) => ({ title, day, alarms }))).toEqual([
    { title: 'Due: deploy bot (Admin)', day: '2026-12-04', alarms: [30, 15, 7, 1] },
    { title: 'Expires: deploy bot (Admin)', day: '2026-12-14', alarms: [30, 15, 7, 1] },
  ]);
});

test('a later export has the same entries with a higher number, on whatever day they are now', () => {
  const token = tokenWith({ createdAt: daysAgo(80) });
  const [before] = read([token]);
  const [after] = read([{ ...token, createdAt: daysAgo(70) }], NOW + 60_000);
  expect(after?.uid).toBe(before?.uid);
  expect(after?.day).not.toBe(before?.day);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
});

test('an export says nothing of when it was made but what it was told', () => {
  const tokens = [tokenWith({ createdAt: daysAgo(80) })];
  expect(calendarOf(tokens)).toBe(calendarOf(tokens));
});

test('hostile labels add no entry and no line of their own', () => {
  const tokens = HOSTILE_LABELS.map((label, index) =>
    tokenWith({ ref: refNumber(index + 1), label, createdAt: daysAgo(80) }),
  );
  const events = read(tokens);
  expect(events).toHaveLength(tokens.length);
  expect(events.map(({ title }) => title)).toContain(
    'Due: BEGIN:VEVENT\\u000d\\u000aSUMMARY:smuggled\\u000d\\u000aEND:VEVENT (Admin)',
  );
});

const linesOf = (text: string) => text.split('\r\n');
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '');

test.each([
  ['a rocket at its end', `${'a'.repeat(199)}🚀`],
  ['families and flags', '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40)],
  ['letters of three octets', '漢'.repeat(200)],
  ['marks over letters', 'e\u0301'.repeat(150)],
])(
  'a long label with %s is cut and folded between characters, after the words that matter',
  (_what, label) => {
    const ics = calendarOf([tokenWith({ label, createdAt: daysAgo(80), expiresAt: NOW + 20 * DAY_MS })]);
    expect(ics).not.toMatch(/\p{Cs}|\ufffd/u);
    for (const line of linesOf(ics)) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // A line that is folded begins with a character, not with what belongs to the one before.
      expect(line).not.toMatch(/^[ \t]?[\p{M}\u200d\ufe0f]/u);
    }
    const titles = linesOf(unfolded(ics)).filter((line) => line.startsWith('SUMMARY:'));
    expect(titles.map((title) => title.slice(0, 16))).toEqual([
      expect.stringMatching(/^SUMMARY:Due: /),
      expect.stringMatching(/^SUMMARY:Expires/),
    ]);
    expect(readCalendar(ics).map(({ title }) => title.at(-1))).toEqual(['…', '…']);
  },
);

test('the name of the organisation is folded like a label', () => {
  const parts = calendarIcs([], { organisation: '🚀'.repeat(50), madeAt: NOW, warnings: [] });
  const ics = [...parts].map(({ text }) => text).join('');
  expect(linesOf(ics).every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(unfolded(ics)).toContain(`X-WR-CALNAME:CircleCI tokens of ${'🚀'.repeat(50)}`);
  expect(ics).not.toMatch(/\p{Cs}/u);
});

test('many dates are gathered by day and project, and far too many by day; none is lost', () => {
  const many = (count: number, projects: number) =>
    Array.from({ length: count }, (_, index) =>
      tokenWith({
        ref: refNumber(index + 1),
        project: slugOf(`gh/acme/p${String(index % projects)}`),
        createdAt: daysAgo(80),
      }),
    );
  const eventsFor = (tokens: readonly TokenRecord[]) =>
    eventsOf(datesOf([sourceWith(tokens)], BALANCED_RULES, NOW));
  expect(eventsFor(many(MOST_EVENTS, 3))).toHaveLength(MOST_EVENTS);
  expect(eventsFor(many(MOST_EVENTS + 1, 3)).map(({ title }) => title)).toEqual([
    'Due: 167 tokens of gh/acme/p0',
    'Due: 167 tokens of gh/acme/p1',
    'Due: 167 tokens of gh/acme/p2',
  ]);
  const [only, ...more] = eventsFor(many(MOST_EVENTS + 1, MOST_EVENTS + 1));
  expect(more).toEqual([]);
  expect(only?.title).toBe('Due: 501 tokens');
  expect(only?.description).toContain('… and 481 more');
});

test('a calendar of any inventory is read by others, holds every date once, and nothing of the form of a token', () => {
  fc.assert(
    fc.property(anyTokens, (tokens) => {
      const text = calendarOf(tokens);
      const events = readCalendar(text);
      expect(events).toHaveLength(datesOf([sourceWith(tokens)], BALANCED_RULES, NOW).length);
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      const unfolded = text.replaceAll('\r\n\t', '');
      expect(unfolded).not.toMatch(/CCI(?:PAT|PRJ)_\w+_[0-9a-f]|(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/i);
    }),
    { numRuns: 30 },
  );
});
