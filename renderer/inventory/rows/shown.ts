import type { Condition, Test } from './conditions';

/** The rows of an order for which every condition holds. */
export function filtered(order: Uint32Array, conditions: readonly Condition[]): Uint32Array {
  if (conditions.length === 0) return order;
  const passes = allOf(conditions);
  const shown = new Uint32Array(order.length);
  let count = 0;
  for (let index = 0; index < order.length; index += 1) {
    const row = order[index] ?? 0;
    if (passes(row)) shown[count++] = row;
  }
  return shown.slice(0, count);
}

/**
 * How many rows each value of a key would show if it were the only one chosen: the other conditions hold, its own are left
 * out. `valueAt` says which value a row has, by its place among `values`; -1 is none of them.
 */
export function facetCounts(
  size: number,
  conditions: readonly Condition[],
  key: Condition['key'],
  values: number,
  valueAt: (row: number) => number,
): Uint32Array {
  const passes = allOf(conditions.filter((condition) => condition.key !== key));
  const counts = new Uint32Array(values);
  for (let row = 0; row < size; row += 1) {
    if (!passes(row)) continue;
    const value = valueAt(row);
    if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function allOf(conditions: readonly Condition[]): Test {
  const tests = conditions.map(({ test }) => test);
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (row) => first(row) && second(row);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}
