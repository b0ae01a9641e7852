/** The promise, or a rejection as soon as the signal is aborted: not every network stack settles what it gave up. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(new Error('aborted'));
    };
    const settled = () => {
      signal.removeEventListener('abort', giveUp);
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(settled);
  });
}
