/** Work that comes in while it is being done. */
export interface WorkQueue<Item> {
  readonly push: (item: Item) => void;
  /** Says that nothing more will come. */
  readonly end: () => void;
  /** Does what there is and what comes, at most `width` at a time; resolves when all is done, or nothing more is begun. */
  readonly work: (width: number, task: (item: Item) => Promise<void>, signal: AbortSignal) => Promise<void>;
}

export function openWorkQueue<Item>(): WorkQueue<Item> {
  const items: Item[] = [];
  let hasEnded = false;
  let wake: () => void = () => undefined;
  let change = new Promise<void>((resolve) => (wake = resolve));

  const announce = () => {
    wake();
    change = new Promise<void>((resolve) => (wake = resolve));
  };

  const worker = async (task: (item: Item) => Promise<void>, signal: AbortSignal) => {
    while (!signal.aborted) {
      const item = items.shift();
      if (item !== undefined) await task(item);
      else if (hasEnded) return;
      else await change;
    }
  };

  return {
    push: (item) => {
      items.push(item);
      announce();
    },
    end: () => {
      hasEnded = true;
      announce();
    },
    work: async (width, task, signal) => {
      signal.addEventListener('abort', announce, { once: true });
      await Promise.all(Array.from({ length: width }, () => worker(task, signal)));
      signal.removeEventListener('abort', announce);
    },
  };
}
