/** Runs `task` on each item, at most `width` at a time, in order of starting. Stops starting when the signal is aborted. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  task: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (!signal.aborted) {
      const item = items[next];
      if (item === undefined) return;
      next += 1;
      await task(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}
