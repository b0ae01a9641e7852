/** What a test is doing, as it began. */
interface Doing {
  readonly test: string;
  readonly steps: string[];
}

interface StallWatchOptions {
  readonly limitMs: () => number;
  readonly now: () => number;
}

/** Follows running tests by their steps, and knows when none of them has begun or ended a step for too long. */
export function openStallWatch({ limitMs, now }: StallWatchOptions) {
  const running = new Map<string, Doing>();
  let movedAt = now();
  const move = () => {
    movedAt = now();
  };
  return {
    begin: (id: string, test: string) => {
      running.set(id, { test, steps: [] });
      move();
    },
    end: (id: string) => {
      running.delete(id);
      move();
    },
    beginStep: (id: string, step: string) => {
      running.get(id)?.steps.push(step);
      move();
    },
    endStep: (id: string, step: string) => {
      const steps = running.get(id)?.steps ?? [];
      const last = steps.lastIndexOf(step);
      if (last !== -1) steps.splice(last, 1);
      move();
    },
    /** What stands still, and what it waits for; nothing while something moves. */
    stalled: (): string | undefined => {
      const still = now() - movedAt;
      if (running.size === 0 || still <= limitMs()) return undefined;
      const each = [...running.values()].map(
        ({ test, steps }) => `“${test}” waits for ${steps.join(' > ') || 'something that is no step'}`,
      );
      return `Nothing has moved for ${String(Math.round(still / 1_000))} s. ${each.join('; ')}.`;
    },
  };
}
