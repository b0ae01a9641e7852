import type { Instant } from '../shared/domain/instant';

/** Time, handed in. `wait` ends early, without an error, when the signal is aborted. */
export interface Clock {
  readonly now: () => Instant;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The computer's clock. A fixed instant replaces `now` only; waiting is always real. */
export function systemClock(fixedNow?: Instant): Clock {
  return {
    now: () => fixedNow ?? Date.now(),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve();
          return;
        }
        const timer = setTimeout(finish, milliseconds);
        signal?.addEventListener('abort', finish, { once: true });
        function finish() {
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          resolve();
        }
      }),
  };
}
