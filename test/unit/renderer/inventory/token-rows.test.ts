import fc from 'fast-check';
import { expect, test } from 'vitest';

import { orderOf, pressed } from '../../../../renderer/inventory/rows/order';
import type { TokenRows } from '../../../../renderer/inventory/rows/token-rows';
import { BALANCED, judge } from '../../../../shared/domain/age-policy';
import { COLUMNS, type Column, type SortKey } from '../../../../shared/domain/saved-view';
import { must, NOW, refNumber, tokenWith } from '../../../support/token-records';
import { anyTokens, rowsOf } from '../../../support/token-rows';

test('what is put into the columns comes out as it was', () => {
  fc.assert(
    fc.property(anyTokens, (tokens) => {
      const rows = rowsOf(tokens);
      expect(rows.size()).toBe(tokens.length);
      for (const token of tokens) {
        const row = must(rows.rowOf(token.ref));
        expect(rows.recordAt(row)).toEqual(token);
        expect(rows.dueAt(row)).toEqual(judge(token, BALANCED, NOW));
      }
    }),
  );
});

test('a token that is put again replaces itself, and one that is removed takes nobody else along', () => {
  fc.assert(
    fc.property(anyTokens, fc.array(fc.nat(39)), (tokens, gone) => {
      const rows = rowsOf(tokens);
      for (const token of tokens) rows.put({ ...token, label: 'anew' }, judge(token, BALANCED, NOW));
      const removed = new Set(gone.map(refNumber));
      for (const ref of removed) rows.remove(ref);
      const left = tokens.filter(({ ref }) => !removed.has(ref));
      expect(rows.size()).toBe(left.length);
      for (const token of left)
        expect(rows.recordAt(must(rows.rowOf(token.ref)))).toEqual({ ...token, label: 'anew' });
      for (const ref of removed) expect(rows.rowOf(ref)).toBeUndefined();
    }),
  );
});

/** What a column sorts by, read from the token itself; nothing where it is not known. */
function keyOf(rows: TokenRows, row: number, column: Column): string | number | undefined {
  const token = rows.recordAt(row);
  const second = (instant: number | undefined) => instant && Math.floor(instant / 1_000);
  const text = (value: string | undefined) => (value === '' ? undefined : value?.toLowerCase());
  const due = rows.dueAt(row);
  switch (column) {
    case 'label':
      return text(token.label);
    case 'project':
      return text(token.project);
    case 'owner':
      return text(token.owner?.name);
    case 'connection':
      return token.connection;
    case 'kind':
    case 'scope':
    case 'coverage':
      return rows.columns[column].codes()[row];
    case 'created':
      return second(token.createdAt);
    case 'lastUsed':
      return second(token.lastUsedAt);
    case 'expires':
      return second(token.expiresAt);
    case 'firstSeen':
      return second(token.firstSeenAt);
    case 'due':
      return due.kind === 'no-limit' ? undefined : second(due.dueAt);
  }
}

const anySort: fc.Arbitrary<readonly SortKey[]> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...COLUMNS), isDescending: fc.boolean() }),
  { maxLength: 3, selector: ({ column }) => column },
);

test('an order holds every row once, goes by each key in turn, and has what is not known last', () => {
  fc.assert(
    fc.property(anyTokens, anySort, (tokens, sort) => {
      const rows = rowsOf(tokens);
      const order = [...orderOf(rows, sort)];
      expect(order.toSorted((a, b) => a - b)).toEqual(tokens.map((_, index) => index));
      for (const [index, row] of order.entries()) {
        const next = order[index + 1];
        if (next !== undefined) expect(compare(rows, row, next, sort)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

function compare(rows: TokenRows, a: number, b: number, sort: readonly SortKey[]): number {
  for (const { column, isDescending } of sort) {
    const [left, right] = [keyOf(rows, a, column), keyOf(rows, b, column)];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right === isDescending ? 1 : -1;
  }
  return 0;
}

test('texts that come later are merged into the alphabet as if they had always been there', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 30 }), fc.nat(30), (labels, cut) => {
      const tokens = labels.map((label, number) => tokenWith({ ref: refNumber(number), label }));
      const byLabel: readonly SortKey[] = [{ column: 'label', isDescending: false }];
      const rows = rowsOf(tokens.slice(0, cut));
      orderOf(rows, byLabel);
      for (const token of tokens.slice(cut)) rows.put(token, judge(token, BALANCED, NOW));
      expect([...orderOf(rows, byLabel)]).toEqual([...orderOf(rowsOf(tokens), byLabel)]);
    }),
  );
});

test('a head that is pressed sorts, turns around, and becomes a further level with Shift', () => {
  const created: SortKey = { column: 'created', isDescending: false };
  const label: SortKey = { column: 'label', isDescending: false };
  expect(pressed([label], 'created', false)).toEqual([created]);
  expect(pressed([created], 'created', false)).toEqual([{ ...created, isDescending: true }]);
  expect(pressed([label], 'created', true)).toEqual([label, created]);
  expect(pressed([label, created], 'created', true)).toEqual([label, { ...created, isDescending: true }]);
});
