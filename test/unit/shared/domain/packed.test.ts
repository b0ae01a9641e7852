import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pack, unpack } from '../../../../shared/domain/packed';

interface Item {
  readonly label: string;
  readonly project?: string;
  readonly createdAt?: number;
  readonly owner?: { readonly name: string; readonly source: string };
  readonly own?: true;
}

const text = fc.string({ unit: 'binary' });

const item: fc.Arbitrary<Item> = fc.record(
  {
    label: text,
    project: text,
    createdAt: fc.integer({ min: -8.64e15, max: 8.64e15 }),
    owner: fc.record({ name: text, source: fc.constantFrom('self', 'by-hand') }, { noNullPrototype: true }),
    own: fc.constant(true as const),
  },
  { requiredKeys: ['label'], noNullPrototype: true },
);

test('records come out as they went in, whatever letters and gaps they have', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(unpack(pack(items))).toStrictEqual(items);
    }),
  );
});

test('a property that a record does not have is absent, and not undefined', () => {
  const [first] = unpack(pack<Item>([{ label: 'a' }, { label: 'b', createdAt: 0, project: '' }]));
  expect(Object.keys(first ?? {})).toEqual(['label']);
});

test('they cross as they are, without an object each', () => {
  const items = Array.from({ length: 100 }, (_, index) => ({
    label: `token ${String(index % 3)}`,
    at: index,
  }));
  const packed = structuredClone(pack(items));
  expect(packed.texts).toBe('token 0token 1token 2');
  expect(packed.cells).toBeInstanceOf(Float64Array);
  expect(unpack(packed)).toEqual(items);
});

test('of nothing comes nothing', () => {
  expect(unpack(pack([]))).toEqual([]);
});
