import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseInstant } from '../../../../shared/domain/parse-instant';

const AT = Date.UTC(2026, 10, 1, 9, 30);

test.each([
  '2026-11-01T09:30:00Z',
  '2026-11-01T09:30:00.000Z',
  '2026-11-01T09:30:00.000000000Z',
  '2026-11-01t09:30z',
  '2026-11-01 09:30:00 UTC',
  '2026-11-01T09:30:00',
  '2026-11-01T09:30:00,000',
  '2026-11-01T10:30+01:00',
  '2026-11-01T10:30+01',
  '2026-11-01T02:30:00-0700',
])('%s is 09:30 UTC', (raw) => {
  expect(parseInstant(raw)).toBe(AT);
});

test.each([
  ...[
    '',
    '2026',
    '2026-11',
    '2026-11-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '1 Nov 2026',
  ],
  ...[
    '2026-11-01T',
    '2026-11-01T9:30',
    '2026-11-01T24:00Z',
    '2026-11-01T09:60Z',
    '2026-11-01T09:30:60Z',
    '01/11/2026',
  ],
  ...[
    '2026-11-01T09:30+15:00',
    '2026-11-01T09:30+1',
    '2026-11-01T09:30 EST',
    '2026-11-01T09.30',
    '2026-11-01T::::',
  ],
  ...['2010-12-31', '2100-02-01', '+2026-11-01', '1793525400000', 'token 2016'],
])('%j is no moment', (raw) => {
  expect(parseInstant(raw)).toBeUndefined();
});

test('every moment is read back from its own ISO text, and without its zone', () => {
  const moments = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(moments, (moment) => {
      const iso = new Date(moment).toISOString();
      expect(parseInstant(iso)).toBe(moment);
      expect(parseInstant(iso.slice(0, -1))).toBe(moment);
    }),
  );
});
