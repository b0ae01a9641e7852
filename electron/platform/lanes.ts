/** One of a fixed set of things, held by one user at a time. */
export interface Lane<Value> {
  readonly value: Value;
  /** Hands it on to the one that has waited longest; calling it again does nothing. */
  readonly release: () => void;
}

export interface Lanes<Value> {
  /** First come, first served. Rejects if the signal is aborted before one is free. */
  readonly acquire: (signal: AbortSignal) => Promise<Lane<Value>>;
}

/** Opens at most `most` values, each when it is first needed, and never gives one to two users at a time. */
export function createLanes<Value>(most: number, open: (index: number) => Value): Lanes<Value> {
  const free: Value[] = [];
  const waiting: ((value: Value) => void)[] = [];
  let opened = 0;

  const laneOf = (value: Value): Lane<Value> => {
    let isHeld = true;
    return {
      value,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        const next = waiting.shift();
        if (next === undefined) free.push(value);
        else next(value);
      },
    };
  };

  const openAnother = (): Value | undefined => {
    if (opened >= most) return undefined;
    opened += 1;
    return open(opened);
  };

  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        const aborted = () => {
          const index = waiting.indexOf(take);
          if (index >= 0) waiting.splice(index, 1);
          reject(new Error('aborted'));
        };
        const take = (value: Value) => {
          signal.removeEventListener('abort', aborted);
          resolve(laneOf(value));
        };
        if (signal.aborted) {
          aborted();
          return;
        }
        const value = free.pop() ?? openAnother();
        if (value !== undefined) {
          take(value);
          return;
        }
        waiting.push(take);
        signal.addEventListener('abort', aborted, { once: true });
      }),
  };
}
