import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { moveCursor, type Cursor } from '../../../../renderer/inventory/grid/grid-keys';
import {
  FIRST_LAYOUT,
  fitting,
  movedBy,
  movedTo,
  resized,
  widthOf,
  withHidden,
} from '../../../../renderer/inventory/grid/layout';
import { groupWord } from '../../../../renderer/inventory/group-words';
import { groupedItems, groupsOf, plainItems } from '../../../../renderer/inventory/rows/grouping';
import { orderOf } from '../../../../renderer/inventory/rows/order';
import { dueAmong, selectedAmong, toggled, toggledAll } from '../../../../renderer/inventory/selection';
import { isDue } from '../../../../shared/domain/age-policy';
import { COLUMNS, GROUPINGS } from '../../../../shared/domain/saved-view';
import { must, refNumber } from '../../../support/token-records';
import { anyTokens, rowsOf } from '../../../support/token-rows';

describe('the keyboard in the grid', () => {
  const size = { rows: 100, columns: 9, page: 10 };
  const start: Cursor = { row: 50, column: 4 };

  test.each<readonly [from: Cursor, key: string, isControl: boolean, to: Cursor]>([
    [start, 'ArrowDown', false, { row: 51, column: 4 }],
    [start, 'ArrowUp', false, { row: 49, column: 4 }],
    [start, 'ArrowLeft', false, { row: 50, column: 3 }],
    [start, 'ArrowRight', false, { row: 50, column: 5 }],
    [start, 'Home', false, { row: 50, column: 0 }],
    [start, 'End', false, { row: 50, column: 8 }],
    [start, 'Home', true, { row: 0, column: 0 }],
    [start, 'End', true, { row: 99, column: 8 }],
    [start, 'PageDown', false, { row: 60, column: 4 }],
    [{ row: 95, column: 4 }, 'PageDown', false, { row: 99, column: 4 }],
    [{ row: 5, column: 4 }, 'PageUp', false, { row: 0, column: 4 }],
    [{ row: 0, column: 4 }, 'ArrowUp', false, { row: -1, column: 4 }],
    [{ row: -1, column: 4 }, 'ArrowDown', false, { row: 0, column: 4 }],
    [{ row: -1, column: 4 }, 'ArrowRight', false, { row: -1, column: 5 }],
    [start, 'ArrowDown', true, { row: 99, column: 4 }],
    [start, 'ArrowUp', true, { row: 0, column: 4 }],
  ])('leads from %o by %s (Control: %s) to %o', (from, key, isControl, to) => {
    expect(moveCursor(from, { key, isControl }, size)).toEqual(to);
  });

  test('leads nowhere beyond an edge, by no key that is not its own, and in an empty grid', () => {
    const corner = { row: 99, column: 8 };
    expect(moveCursor(corner, { key: 'ArrowDown', isControl: false }, size)).toBe(corner);
    expect(moveCursor(start, { key: 'x', isControl: false }, size)).toBe(start);
    const head = { row: -1, column: 0 };
    const empty = { rows: 0, columns: 9, page: 1 };
    expect(moveCursor(head, { key: 'ArrowDown', isControl: false }, empty)).toBe(head);
  });
});

describe('the columns', () => {
  test('give way one by one until they fit, and never the label, the scope or the due date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 2_000 }), (available) => {
        const places = fitting(FIRST_LAYOUT, available);
        const drawn = places.map(({ column }) => column);
        for (const column of ['label', 'scope', 'due'] as const) expect(drawn).toContain(column);
        const hasAll = places.length === FIRST_LAYOUT.filter(({ isHidden }) => !isHidden).length;
        if (widthOf(places) > available) expect(drawn).not.toContain('lastUsed');
        else if (!hasAll) expect(widthOf(places)).toBeLessThanOrEqual(available);
      }),
    );
  });

  test('stay the same columns, however they are moved, sized and hidden', () => {
    const column = fc.constantFrom(...COLUMNS);
    fc.assert(
      fc.property(column, column, fc.integer(), fc.boolean(), (one, other, width, isHidden) => {
        const changed = withHidden(
          resized(movedBy(movedTo(FIRST_LAYOUT, one, other), one, 1), one, width),
          one,
          isHidden,
        );
        expect(changed.map((place) => place.column).toSorted()).toEqual(COLUMNS.toSorted());
        const place = must(changed.find((each) => each.column === one));
        expect(place.width).toBeGreaterThanOrEqual(56);
        expect(place.width).toBeLessThanOrEqual(800);
        expect(place.isHidden).toBe(isHidden);
      }),
    );
  });
});

describe('groups', () => {
  test('hold every shown row once, and are drawn head by head with the rows of those that are open', () => {
    fc.assert(
      fc.property(anyTokens, fc.constantFrom(...GROUPINGS), fc.nat(3), (tokens, by, foldEach) => {
        const rows = rowsOf(tokens);
        const shown = orderOf(rows, []);
        const groups = groupsOf(shown, rows, by);
        expect(groups.flatMap((group) => [...group.rows]).toSorted((a, b) => a - b)).toEqual(
          [...shown].toSorted((a, b) => a - b),
        );
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const { key } of groups) expect(groupWord(by, key)).not.toBe('');
        const folded = new Set(
          groups.filter((_, index) => index % (foldEach + 1) === 0).map(({ key }) => key),
        );
        const items = groupedItems(groups, folded);
        const drawn = Array.from({ length: items.length }, (_, index) => must(items.at(index)));
        const expected = groups.flatMap((group) => [
          `head ${group.key}`,
          ...(folded.has(group.key) ? [] : [...group.rows].map((row) => `row ${String(row)}`)),
        ]);
        expect(
          drawn.map((item) => (item.kind === 'row' ? `row ${String(item.row)}` : `head ${item.group.key}`)),
        ).toEqual(expected);
        expect(items.at(items.length)).toBeUndefined();
      }),
    );
  });

  test('a list without groups draws its rows and nothing else', () => {
    const items = plainItems(Uint32Array.of(4, 2));
    expect([items.at(0), items.at(1), items.at(2)]).toEqual([
      { kind: 'row', row: 4 },
      { kind: 'row', row: 2 },
      undefined,
    ]);
  });
});

describe('the selection', () => {
  test('acts on exactly the rows that are both shown and selected, whatever the order', () => {
    fc.assert(
      fc.property(anyTokens, fc.array(fc.nat(50)), fc.boolean(), (tokens, chosen, isDescending) => {
        const rows = rowsOf(tokens);
        const shown = orderOf(rows, [{ column: 'created', isDescending }]).filter((row) => row % 2 === 0);
        const selected = new Set(chosen.map(refNumber));
        const acted = [...selectedAmong(rows, shown, selected)].map((row) => must(rows.refAt(row)));
        const expected = [...shown].map((row) => must(rows.refAt(row))).filter((ref) => selected.has(ref));
        expect(acted).toEqual(expected);
      }),
    );
  });

  test('changes one token over and back, and a group as a whole', () => {
    const once = toggled(new Set(), refNumber(1));
    expect([...once]).toEqual([refNumber(1)]);
    expect(toggled(once, refNumber(1)).size).toBe(0);
    const both = toggledAll(once, [refNumber(1), refNumber(2)]);
    expect(both.size).toBe(2);
    expect(toggledAll(both, [refNumber(1), refNumber(2)]).size).toBe(0);
  });

  test('of what is due has exactly the rows that are due', () => {
    fc.assert(
      fc.property(anyTokens, (tokens) => {
        const rows = rowsOf(tokens);
        const due = new Set(dueAmong(rows, orderOf(rows, [])));
        for (let row = 0; row < rows.size(); row += 1) expect(due.has(row)).toBe(isDue(rows.dueAt(row)));
      }),
    );
  });
});
