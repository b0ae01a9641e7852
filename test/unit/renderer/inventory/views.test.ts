import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FIRST_VIEW } from '../../../../renderer/inventory/inventory-view';
import { factsOf } from '../../../../renderer/inventory/panel/token-facts';
import { verdictWords } from '../../../../renderer/inventory/panel/verdict-words';
import { BUILT_IN_VIEWS } from '../../../../renderer/inventory/views/built-in-views';
import { isShown, withImported, withView } from '../../../../renderer/inventory/views/view-list';
import { BALANCED, judge } from '../../../../shared/domain/age-policy';
import { COLUMNS, GROUPINGS, MOST_VIEWS, type SavedView } from '../../../../shared/domain/saved-view';
import { pageMemory, savedView } from '../../../../shared/ipc/view-schema';
import { anyToken, daysAgo, NOW, tokenWith } from '../../../support/token-records';

const anyView: fc.Arbitrary<SavedView> = fc.record({
  name: fc.constantFrom('Mine', 'Yours', 'Due now', 'A'.repeat(80)),
  query: fc.string({ maxLength: 40 }),
  sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...COLUMNS), isDescending: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ column }) => column,
  }),
  group: fc.constantFrom('none' as const, ...GROUPINGS),
});

describe('saved views', () => {
  test('that are saved again take the place of those of the same name, and never grow without end', () => {
    fc.assert(
      fc.property(fc.array(anyView, { maxLength: 300 }), (saved) => {
        const views = saved.reduce<readonly SavedView[]>(withView, []);
        expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
        expect(views.length).toBeLessThanOrEqual(MOST_VIEWS);
        expect(views.at(-1)).toEqual(saved.at(-1));
      }),
    );
  });

  test('that come from a file lose none that were there, and take nobody’s name', () => {
    const taken = BUILT_IN_VIEWS.map(({ name }) => name);
    fc.assert(
      fc.property(fc.array(anyView, { maxLength: 8 }), fc.array(anyView, { maxLength: 8 }), (own, file) => {
        const before = own.reduce<readonly SavedView[]>(withView, []);
        const after = withImported(before, file, taken);
        for (const view of before) expect(after).toContainEqual(view);
        const names = after.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names.slice(before.length)) expect(taken).not.toContain(name);
        for (const view of after) expect(savedView.safeParse(view).success).toBe(true);
        expect(withImported(after, after, taken)).toEqual(after);
      }),
    );
  });

  test('know whether they are what is looked at', () => {
    const [dueNow] = BUILT_IN_VIEWS;
    const view = { ...FIRST_VIEW, query: 'due:now ' };
    expect(dueNow && isShown(dueNow, view)).toBe(true);
    expect(dueNow && isShown(dueNow, { ...view, group: 'kind' })).toBe(false);
  });

  test.each([
    [{ views: [] }, true],
    [
      { views: [{ name: 'Mine', query: '', sort: [{ column: 'due', isDescending: false }], group: 'none' }] },
      true,
    ],
    [
      { views: [{ name: '', query: '', sort: [{ column: 'due', isDescending: false }], group: 'none' }] },
      false,
    ],
    [
      { views: [{ name: 'Mine', query: '', sort: [{ column: 'x', isDescending: false }], group: 'none' }] },
      false,
    ],
    [{ views: [], layout: [{ column: 'label', width: 100, isHidden: false }] }, false],
    [{ views: [], more: 1 }, false],
    [[], false],
    [null, false],
  ])('are judged before they are kept: %j', (memory, isGood) => {
    expect(pageMemory.safeParse(memory).success).toBe(isGood);
  });
});

describe('the verdict on a token', () => {
  const words = (said: Parameters<typeof tokenWith>[0]) => {
    const token = tokenWith(said);
    return verdictWords(token, judge(token, BALANCED, NOW), { policy: BALANCED, exceptions: [] }, NOW);
  };

  test.each([
    [{ createdAt: daysAgo(412) }, 'Admin, 412 days old; Balanced allows 90; due since 2026-01-06'],
    [
      { createdAt: daysAgo(70), scope: 'status' as const },
      'Status, 70 days old; Balanced allows 365; due on 2027-09-15',
    ],
    [
      { kind: 'personal' as const, scope: 'full' as const, createdAt: daysAgo(10), lastUsedAt: daysAgo(100) },
      'Personal token, last used 100 days ago; Balanced allows 90 without use; due since 2026-11-14',
    ],
    [
      { firstSeenAt: daysAgo(40) },
      'Admin, of unknown age; Balanced allows 30 days after Rekey first saw it; due since 2026-11-14',
    ],
  ])('says what it is, what is allowed, and since when it is due: %o', (said, expected) => {
    expect(words(said)).toBe(expected);
  });

  test('is there for every token, and each of its facts says something', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(
          verdictWords(token, judge(token, BALANCED, NOW), { policy: BALANCED, exceptions: [] }, NOW),
        ).toMatch(/; .+/);
        for (const { name, value } of factsOf(token, 'read', ['acme'], NOW)) {
          expect(name).not.toBe('');
          expect(value).not.toMatch(/undefined|NaN/);
          expect(value).not.toBe('');
        }
      }),
    );
  });
});
