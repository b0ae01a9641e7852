import { describe, expect, test } from 'vitest';

import { ageLimits, limitWords } from '../../../../../renderer/inventory/overview/age-bands';
import {
  COUNT_HEIGHT,
  DUE_HEIGHT,
  EXPIRES_HEIGHT,
} from '../../../../../renderer/inventory/overview/chart-size';
import type { TimeBar } from '../../../../../renderer/inventory/overview/due-timeline';
import { fittingCount } from '../../../../../renderer/inventory/overview/fitting-count';
import { timeScale } from '../../../../../renderer/inventory/overview/time-scale';
import { timeTick, timeWords } from '../../../../../renderer/inventory/overview/time-words';
import { BALANCED } from '../../../../../shared/domain/age-policy';
import { NOW } from '../../../../support/token-records';

const past = (due: number, expires: number): TimeBar => ({
  value: '<0',
  from: undefined,
  to: -1,
  due,
  excepted: 0,
  expires,
});
const week = (due: number, expires: number): TimeBar => ({
  value: '0..6',
  from: 0,
  to: 6,
  due,
  excepted: 0,
  expires,
});

describe('the scale of the timeline', () => {
  test.each<readonly [string, readonly TimeBar[]]>([
    ['nothing at all', [past(0, 0), week(0, 0)]],
    ['all of it past', [past(5_000, 3), week(0, 0)]],
    ['much past, little to come', [past(5_000, 400), week(7, 2)]],
    ['more expiring than due', [past(0, 0), week(3, 900)]],
    ['one of each', [past(1, 1), week(1, 1)]],
  ])('leaves room for every bar and its count: %s', (_what, bars) => {
    const { perToken, most } = timeScale(bars);
    expect(perToken).toBeGreaterThan(0);
    for (const { due, expires } of bars) {
      expect(Math.min(due, most) * perToken).toBeLessThanOrEqual(DUE_HEIGHT - COUNT_HEIGHT + 1e-9);
      expect(Math.min(expires, most) * perToken).toBeLessThanOrEqual(EXPIRES_HEIGHT - COUNT_HEIGHT + 1e-9);
    }
  });

  test('breaks off what is past, and never what is to come', () => {
    const { most } = timeScale([past(5_000, 0), week(40, 2)]);
    expect(most).toBeLessThan(5_000);
    expect(most).toBeGreaterThanOrEqual(40);
  });
});

test.each([
  [4_817, 80, '4,817'],
  [4_817, 20, '4.8K'],
  [16_005, 36, '16K'],
  [83, 20, '83'],
])('%i with %i pixels of room is written %s', (count, room, written) => {
  expect(fittingCount(count, room)).toBe(written);
});

test('bars of the timeline are named by their days, in UTC', () => {
  expect(timeTick(past(1, 1), NOW)).toBe('past');
  expect(timeWords(past(1, 1), NOW)).toBe('Already past');
  expect(timeTick(week(1, 1), NOW)).toBe('24 Nov');
  expect(timeWords(week(1, 1), NOW)).toBe('24 Nov to 30 Nov');
  expect(timeWords({ ...week(1, 1), from: 90, to: 90 }, NOW)).toBe('22 Feb');
});

test('the limits are told in a sentence, also where there are none', () => {
  expect(limitWords(ageLimits(BALANCED.maxAgeDays))).toBe(
    'The policy allows Admin 90 days, Personal 90 days, Read Only 180 days, Status 365 days',
  );
  expect(limitWords([])).toBe('The policy sets no maximum age');
});
