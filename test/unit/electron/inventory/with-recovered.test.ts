import { expect, test } from 'vitest';

import { withRecovered } from '../../../../electron/inventory/with-recovered';
import { NOW, refNumber, tokenWith } from '../../../support/token-records';

const told = { ref: refNumber(1), owner: 'a.chen', createdAt: NOW - 5 };

test('what a log told stands where the host tells nothing, and says that it is the log’s', () => {
  expect(withRecovered(tokenWith({}), told)).toEqual(
    tokenWith({
      owner: { name: 'a.chen', source: 'audit-log' },
      createdAt: NOW - 5,
      createdFrom: 'audit-log',
    }),
  );
});

test('the host’s own date and owner are never replaced', () => {
  const token = tokenWith({ createdAt: NOW - 9, owner: { name: 'm.roy', source: 'self' } });
  expect(withRecovered(token, told)).toBe(token);
});

test('a record that says it already stays the very same, and one that no log speaks of any more says nothing', () => {
  const before = withRecovered(tokenWith({}), told);
  expect(withRecovered(before, told)).toBe(before);
  expect(withRecovered(before, undefined)).toEqual(tokenWith({}));
});
