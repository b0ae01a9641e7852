import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { untilNextCheck } from '../../../../electron/reminders/next-check';
import { noticeOf, sessionNotice } from '../../../../electron/reminders/reminder-words';
import { DUE, reminders, type Told } from '../../../../electron/reminders/reminders';
import { BALANCED, isDue } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { standing } from '../../../../shared/domain/standing';
import { anyToken, daysAgo, NOW, refNumber, tokenWith } from '../../../support/token-records';
import { projectValue } from '../../../support/token-texts';

const rules = { policy: BALANCED, exceptions: [] };
const STEPS = [30, 15, 7, 1];
const none: Told = new Map();

const dueIn = (days: number, number = 1) =>
  tokenWith({ ref: refNumber(number), createdAt: daysAgo(90 - days) });

describe('a token that comes nearer to its due date', () => {
  test('is told of at each step, and when it is due, once', () => {
    const token = dueIn(31);
    let told = none;
    const heard: string[] = [];
    for (let day = 0; day <= 40; day += 1) {
      const found = reminders([token], rules, STEPS, NOW + day * DAY_MS, told);
      told = found.told;
      for (const [step, count] of found.news) heard.push(`day ${day}: ${count} at ${step}`);
    }
    expect(heard).toEqual([
      'day 1: 1 at 30',
      'day 16: 1 at 15',
      'day 24: 1 at 7',
      'day 30: 1 at 1',
      'day 31: 1 at 0',
    ]);
  });

  test('is told of the nearest step alone, where nobody looked meanwhile', () => {
    const found = reminders([dueIn(5)], rules, STEPS, NOW, none);
    expect([...found.news]).toEqual([[7, 1]]);
    const later = reminders([dueIn(5)], rules, STEPS, NOW + DAY_MS, found.told);
    expect(later.news.size).toBe(0);
  });

  test('is told of again when an exception has ended, and when a clock had gone ahead by years', () => {
    const token = dueIn(-3);
    const exception = {
      id: 'exc_0123456789abcdef',
      subject: { kind: 'token', ref: token.ref, label: token.label },
      owner: 'm.roy',
      approver: 'a.lin',
      reason: 'the vendor pins it',
      grantedAt: NOW,
      until: NOW + 60 * DAY_MS,
    } as const;
    const at = (days: number, told: Told) =>
      reminders([token], { ...rules, exceptions: [exception] }, STEPS, NOW + days * DAY_MS, told);
    let { told } = reminders([token], rules, STEPS, NOW, none);
    const heard: string[] = [];
    for (let day = 0; day <= 62; day += 1) {
      const found = at(day, told);
      told = found.told;
      for (const [step] of found.news) heard.push(`day ${day}: ${step}`);
    }
    expect(heard).toEqual(['day 30: 30', 'day 45: 15', 'day 53: 7', 'day 59: 1', 'day 60: 0']);

    const ahead = reminders([dueIn(20)], rules, STEPS, NOW + 3_000 * DAY_MS, none);
    const back = reminders([dueIn(20)], rules, STEPS, NOW, ahead.told);
    expect([...reminders([dueIn(20)], rules, STEPS, NOW + 21 * DAY_MS, back.told).news]).toEqual([[DUE, 1]]);
  });

  test('is not told of twice by a clock that is set back and forth by minutes', () => {
    const first = reminders([dueIn(7)], rules, STEPS, NOW, none);
    expect([...first.news]).toEqual([[7, 1]]);
    const back = reminders([dueIn(7)], rules, STEPS, NOW - 300_000, first.told);
    expect([back.news.size, reminders([dueIn(7)], rules, STEPS, NOW, back.told).news.size]).toEqual([0, 0]);
  });

  test('counts as due with all others, told or not', () => {
    const tokens = [dueIn(-3, 1), dueIn(0, 2), dueIn(3, 3)];
    const first = reminders(tokens, rules, STEPS, NOW, none);
    expect(first.dueNow).toBe(2);
    expect([...first.news]).toEqual([
      [DUE, 2],
      [7, 1],
    ]);
    expect(reminders(tokens, rules, STEPS, NOW, first.told).dueNow).toBe(2);
  });
});

test('however time passes, no token is told of twice at a step, and none that is due stays untold', () => {
  const tokensOf = (count: number) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        anyToken.map((token) => ({ ...token, ref: refNumber(index) })),
      ),
    );
  fc.assert(
    fc.property(
      tokensOf(4),
      fc.array(fc.integer({ min: 0, max: 60 * DAY_MS }), { minLength: 1, maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
      (tokens, waits, steps) => {
        let told = none;
        let now = NOW;
        const heard = new Set<string>();
        for (const wait of waits) {
          now += wait;
          for (const token of tokens) {
            const found = reminders([token], rules, steps, now, told);
            for (const [step] of found.news) {
              expect(heard).not.toContain(`${token.ref} ${step}`);
              heard.add(`${token.ref} ${step}`);
            }
            told = found.told;
            const state = standing(token, rules, now);
            if (isDue(state)) expect(heard).toContain(`${token.ref} ${DUE}`);
            const hasReached =
              state.kind !== 'no-limit' && steps.some((days) => state.dueAt - now <= days * DAY_MS);
            if (hasReached) expect([...heard].some((one) => one.startsWith(token.ref))).toBe(true);
          }
          expect(reminders(tokens, rules, steps, now, told).news.size).toBe(0);
        }
      },
    ),
  );
});

describe('the words of a notification', () => {
  test('are of all organisations at once, with counts', () => {
    const notice = noticeOf([
      {
        name: 'acme',
        news: new Map([
          [DUE, 1_204],
          [7, 3],
        ]),
      },
      { name: 'quiet', news: new Map() },
      { name: 'north', news: new Map([[1, 1]]) },
    ]);
    expect(notice).toEqual({
      title: '1,204 tokens are due',
      body: 'acme: 1,204 due, 3 within 7 days\nnorth: 1 within a day',
    });
    expect(noticeOf([{ name: 'acme', news: new Map([[30, 1]]) }])?.title).toBe('1 token will be due soon');
    expect(noticeOf([{ name: 'acme', news: new Map() }])).toBeUndefined();
  });

  test('SECURITY X1: hold no value, even where somebody gave one as a name', () => {
    const notice = noticeOf([{ name: `acme ${projectValue(1)}`, news: new Map([[DUE, 1]]) }]);
    expect(notice?.body).toBe('acme [token removed]: 1 due');
  });

  test('name the day of a session that was planned', () => {
    expect(sessionNotice(NOW, 1).body).toBe('You planned it for 2026-11-24. 1 token is due now.');
  });
});

test('the next check comes in an hour, or at midnight in UTC where that is sooner', () => {
  expect(untilNextCheck(Date.UTC(2026, 10, 24, 12))).toBe(3_600_000);
  expect(untilNextCheck(Date.UTC(2026, 10, 24, 23, 59))).toBe(60_000);
  expect(untilNextCheck(Date.UTC(2026, 10, 24))).toBe(3_600_000);
});
