import fc from 'fast-check';
import { expect, test } from 'vitest';

import { clampZoom, zoomFrom } from '../../../../electron/window/zoom';

test.each([
  [1, 'in', 1.1],
  [1.1000000000000001, 'in', 1.25],
  [1.25, 'out', 1.1],
  [2, 'in', 2],
  [0.8, 'out', 0.8],
  [1.3, 'out', 1.25],
  [1.9995, 'in', 2],
] as const)('from %d, one step %s leads to %d', (factor, direction, expected) => {
  expect(zoomFrom(factor, direction)).toBe(expected);
});

test('from anywhere, a few steps lead to either end and never past it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 5, noNaN: true }),
      fc.constantFrom('in' as const, 'out' as const),
      (from, direction) => {
        let factor = clampZoom(from);
        for (let step = 0; step < 9; step += 1) factor = zoomFrom(factor, direction);
        expect(factor).toBe(direction === 'in' ? 2 : 0.8);
      },
    ),
  );
});

test('what is no number is not enlarged at all', () => {
  expect([clampZoom(undefined), clampZoom(Number.NaN), clampZoom(9)]).toEqual([1, 1, 2]);
});
