import type { Condition, Test } from './conditions';

/** The rows of an order for which every condition holds. */
export function filtered(order: Uint32Array, conditions: readonly Condition[]): Uint32Array {
  if (conditions.length === 0) return order;
  const passes = allOf(conditions);
  const shown = new Uint32Array(order.length);
  let count = 0;
  for (const row of order) if (passes(row)) shown[count++] = row;
  return shown.slice(0, count);
}

/** How many rows each value would show if it were the only one of its key: the other conditions hold, its own are left out. */
export function facetCounts(
  size: number,
  conditions: readonly Condition[],
  key: Condition['key'],
  values: readonly { readonly holds: Test }[],
): readonly number[] {
  const passes = allOf(conditions.filter((condition) => condition.key !== key));
  const counts = values.map(() => 0);
  for (let row = 0; row < size; row += 1) {
    if (!passes(row)) continue;
    const at = values.findIndex(({ holds }) => holds(row));
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function allOf(conditions: readonly Condition[]): Test {
  const tests = conditions.map(({ test }) => test);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}
