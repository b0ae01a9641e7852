/** One measured figure, printed as one line of JSON. `value` over `baseline` is a ratio where `unit` says so. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms';
  /** What the value was divided by, in the unit of the raw measurement. */
  readonly baseline: number;
  /** How many times each side was measured; the figures are medians. */
  readonly n: number;
  readonly runtime: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Milliseconds that a task took, by the monotonic clock. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/**
 * Measures two tasks in turns, so that whatever else the machine does falls on both, and divides their medians. The first
 * turn of each warms up and does not count.
 */
export async function measureRatio(
  name: string,
  turns: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
  runtime: string,
): Promise<BenchLine> {
  const own: number[] = [];
  const base: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const [bareTime, ownTime] = [await bare(), await ours()];
    if (turn === 0) continue;
    base.push(bareTime);
    own.push(ownTime);
  }
  const baseline = median(base);
  const value = rounded(median(own) / baseline);
  return { name, value, unit: 'ratio', baseline: rounded(baseline, 1), n: turns, runtime };
}
