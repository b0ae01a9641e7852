import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { indexToken, COLUMNS, type IndexedToken } from '../../../renderer/inventory/indexed-token';
import { filterTokens, NO_FILTER, sortTokens } from '../../../renderer/inventory/token-filter';
import { extended, selectedAmong, toggled } from '../../../renderer/inventory/selection';
import { BALANCED } from '../../../shared/domain/age-policy';
import { anyToken, NOW, refNumber, tokenWith } from '../../support/token-records';

const indexed = (said: Parameters<typeof tokenWith>[0]) => indexToken(tokenWith(said), BALANCED, NOW);
const tokens: fc.Arbitrary<readonly IndexedToken[]> = fc
  .array(fc.tuple(anyToken, fc.constantFrom('deploy bot', 'Deploy', 'badge', '')), { maxLength: 40 })
  .map((list) =>
    list.map(([token, label], number) =>
      indexToken({ ...token, label, ref: refNumber(number) }, BALANCED, NOW),
    ),
  );

describe('the filter', () => {
  test('finds every word of the text, in whatever case and order, in label, project or owner', () => {
    const token = indexed({ label: 'Deploy Bot', owner: { name: 'm.roy', source: 'self' } });
    const shows = (text: string) => filterTokens([token], { ...NO_FILTER, text }).length === 1;
    expect(['deploy', 'BOT deploy', 'roy', 'acme/api bot', '  '].map(shows)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['deploy badge', 'zzz'].map(shows)).toEqual([false, false]);
  });

  test('shows exactly what a plain reading of it would, in the order given', () => {
    const facets = fc.record({
      text: fc.constantFrom('', 'deploy', 'bot d'),
      kinds: fc.subarray(['project' as const, 'personal' as const]).map((list) => new Set(list)),
      scopes: fc.subarray(['all' as const, 'status' as const, 'full' as const]).map((list) => new Set(list)),
      dues: fc
        .subarray(['overdue' as const, 'fine' as const, 'unknown-age' as const])
        .map((list) => new Set(list)),
    });
    fc.assert(
      fc.property(tokens, facets, (all, facet) => {
        const expected = all.filter(({ token, due }) => {
          const words = facet.text.split(' ').filter((word) => word !== '');
          const text = `${token.label} ${token.project ?? ''}`.toLowerCase();
          if (facet.kinds.size > 0 && !facet.kinds.has(token.kind)) return false;
          if (facet.scopes.size > 0 && !facet.scopes.has(token.scope as never)) return false;
          if (facet.dues.size > 0 && !facet.dues.has(due.kind as never)) return false;
          return words.every((word) => text.includes(word));
        });
        expect(filterTokens(all, { ...NO_FILTER, ...facet })).toEqual(expected);
      }),
    );
  });
});

describe('sorting', () => {
  test('keeps every token, and puts unknown dates last either way', () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(...COLUMNS), fc.boolean(), (all, column, isDescending) => {
        const sorted = sortTokens(all, { column, isDescending });
        expect(new Set(sorted)).toEqual(new Set(all));
        const keys = sorted.map(({ sortKeys }) => sortKeys[column]);
        const known = keys.filter((key) => key !== Number.POSITIVE_INFINITY);
        expect(keys.slice(0, known.length)).toEqual(known);
        for (const [index, key] of known.entries()) {
          const next = known[index + 1];
          if (next !== undefined) expect(isDescending ? key >= next : key <= next).toBe(true);
        }
      }),
    );
  });
});

describe('the selection', () => {
  const shown = [0, 1, 2, 3].map((number) => indexed({ ref: refNumber(number) }));

  test('extends over the shown rows between two, in either direction', () => {
    expect([...extended(new Set(), shown, 3, 1)]).toEqual([1, 2, 3].map(refNumber));
  });

  test('of rows that a filter hides is not acted on', () => {
    const selected = new Set([refNumber(0), refNumber(9)]);
    expect(selectedAmong(shown, selected).map(({ token }) => token.ref)).toEqual([refNumber(0)]);
  });

  test('changes one token over and back', () => {
    const once = toggled(new Set(), refNumber(1));
    expect([...once]).toEqual([refNumber(1)]);
    expect(toggled(once, refNumber(1)).size).toBe(0);
  });
});
