import { expect, test } from 'vitest';

import { sourceFiles } from './source';

/** Ways to learn the time from the computer rather than from main. */
const OWN_CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bTemporal\.Now\b|performance\.timeOrigin/;
/** Measures how long something takes. The sum of it and an instant would be a clock that stands still during sleep. */
const STOPWATCH = /\bperformance\.now\b/;
const STOPWATCHES = [
  'renderer/design/use-rested.ts',
  'renderer/follow-rules.ts',
  'renderer/policy/use-due-preview.ts',
];

const rendererFiles = sourceFiles.filter(({ path }) => path.startsWith('renderer/'));

test('the page has no clock but the time that main announces', () => {
  const found = rendererFiles.filter(({ text }) => OWN_CLOCK.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

test('the page measures spans only where it divides its work, and never to learn the time', () => {
  const found = rendererFiles.filter(({ text }) => STOPWATCH.test(text)).map(({ path }) => path);
  expect(found.sort()).toEqual(STOPWATCHES);
});

test('what keeps the time is written in one place', () => {
  const writers = rendererFiles
    .filter(({ text }) => /inventory\.setState\(\{ now\b|store\.setState\(\{[^}]*\bnow\b/.test(text))
    .map(({ path }) => path);
  expect(writers.sort()).toEqual(['renderer/inventory/follow-time.ts', 'renderer/inventory/judge-anew.ts']);
});

test('each of these rules can fail', () => {
  for (const text of ['Date.now()', 'new Date()', 'new Date( )', 'performance.timeOrigin + 1'])
    expect(OWN_CLOCK.test(text), text).toBe(true);
  expect(OWN_CLOCK.test('new Date(instant)')).toBe(false);
  expect(STOPWATCH.test('start + performance.now()')).toBe(true);
});
