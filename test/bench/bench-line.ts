/** One measured figure, printed as one line of JSON. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms';
  /**
   * The raw measurement that a ratio was divided by (milliseconds, or megabytes for memory); for milliseconds, what the same
   * action takes on a page that has nothing to do.
   */
  readonly baseline: number;
  /** How many times it was measured; ratios are of medians, `p95` is the 95th percentile of them all. */
  readonly n: number;
  readonly runtime: string;
}

/** What prints a figure as soon as it is known. */
export type Print = (line: BenchLine) => void;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

export const nodeRuntime = `node ${process.versions.node}`;

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
  const { only } = await measureRatios(
    { only: name },
    turns,
    async () => ({ only: await ours() }),
    async () => ({ only: await bare() }),
    runtime,
  );
  return only;
}

/** The same of several figures that each task tells at once: a line for each part, by the name given for it. */
export async function measureRatios<Part extends string>(
  names: Readonly<Record<Part, string>>,
  turns: number,
  ours: () => Promise<Readonly<Record<Part, number>>>,
  bare: () => Promise<Readonly<Record<Part, number>>>,
  runtime: string,
): Promise<Readonly<Record<Part, BenchLine>>> {
  const own: Readonly<Record<Part, number>>[] = [];
  const base: Readonly<Record<Part, number>>[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const [bareTold, ownTold] = [await bare(), await ours()];
    if (turn === 0) continue;
    base.push(bareTold);
    own.push(ownTold);
  }
  const lineOf = (part: Part): BenchLine => {
    const baseline = median(base.map((told) => told[part]));
    const value = rounded(median(own.map((told) => told[part])) / baseline);
    return { name: names[part], value, unit: 'ratio', baseline: rounded(baseline, 1), n: turns, runtime };
  };
  const parts = Object.keys(names) as Part[];
  return Object.fromEntries(parts.map((part) => [part, lineOf(part)])) as Record<Part, BenchLine>;
}
