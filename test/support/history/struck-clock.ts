import type { Clock } from '../../../electron/clock';
import type { Instant } from '../../../shared/domain/instant';
import { NOW } from '../token-records';

/** From this on, a wait that can be ended early is a time-out: it comes only when it is struck. */
const TIME_OUT_MS = 30_000;

/** A clock whose waits are over at once, whose time-outs strike when a test says so, and whose day can be moved on. */
export interface StruckClock extends Clock {
  readonly moveOn: (milliseconds: number) => void;
  /** Strikes the time-out that was set last. Taken at once by whoever gets a request, it is that request's. */
  readonly lastTimeOut: () => () => void;
}

export function struckClock(): StruckClock {
  let now: Instant = NOW;
  let last: () => void = () => undefined;
  return {
    now: () => now,
    moveOn: (milliseconds) => {
      now += milliseconds;
    },
    lastTimeOut: () => last,
    wait: (milliseconds, signal) => {
      if (milliseconds < TIME_OUT_MS || signal === undefined)
        return new Promise((resolve) => setImmediate(resolve));
      return new Promise((resolve) => {
        last = resolve;
        signal.addEventListener(
          'abort',
          () => {
            resolve();
          },
          { once: true },
        );
      });
    },
  };
}
