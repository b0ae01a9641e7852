import { expect, test } from 'vitest';

import { eachOnce, withoutRepeats } from '../../../../shared/domain/each-once';
import { openTokenRows } from '../../../../renderer/inventory/rows/token-rows';
import { connectionIdOf, NOW, refNumber, tokenWith } from '../../../support/token-records';

const [one, two] = [connectionIdOf(1), connectionIdOf(2)];
const DUE = { kind: 'no-limit' } as const;
const seenBy = (connection = one) => tokenWith({ ref: refNumber(7), connection, firstSeenAt: NOW });

test('a token that two connections see is one row, seen by both', () => {
  const rows = openTokenRows();
  rows.put(seenBy(one), DUE);
  rows.put(seenBy(two), DUE);
  expect(rows.size()).toBe(1);
  expect(rows.seenBy(0)).toEqual([one, two]);
  expect([...rows.alsoSeen(two)]).toEqual([0]);
});

test('what one connection does not see any more stays for as long as the other sees it', () => {
  const rows = openTokenRows();
  rows.put(seenBy(one), DUE);
  rows.put(seenBy(two), DUE);
  expect(rows.forsake(refNumber(7), one)).toBe(false);
  expect(rows.seenBy(0)).toEqual([two]);
  expect(rows.forsake(refNumber(7), one)).toBe(false);
  expect(rows.forsake(refNumber(7), two)).toBe(true);
});

test('the tokens of two connections to one organisation count once', () => {
  const [a, b] = [seenBy(one), seenBy(two)];
  const other = tokenWith({ ref: refNumber(8), connection: two });
  expect(eachOnce([a, b, other])).toEqual([a, other]);
  expect(withoutRepeats([{ tokens: [a] }, { tokens: [b, other] }])).toEqual([
    { tokens: [a] },
    { tokens: [other] },
  ]);
});
