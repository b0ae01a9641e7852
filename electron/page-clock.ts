import type { Instant } from '../shared/domain/instant';
import type { EventName } from '../shared/ipc/channel-names';
import type { Clock } from './clock';
import type { Announce } from './ipc/announce';

const MINUTE_MS = 60_000;

/** Progress that comes many times a second and that no policy status follows from. */
const WITHOUT_TIME: ReadonlySet<EventName> = new Set([
  'clock:now',
  'inventory:batch',
  'people:progress',
  'leaks:scan-progress',
  'ledger:grown',
  'ledger:verifying',
  'report:progress',
]);

/** The page has no clock of its own: it evaluates at the instant that main announced last. */
export interface PageClock {
  /** Announces an event, and the time before it, so that what the event brings is never newer than the page's time. */
  readonly announce: Announce;
  /** Announces the time at once: after sleep, or when the window comes to the front. */
  readonly tell: () => void;
  /** Announces the time now and at each whole minute, midnight UTC among them, until the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

export function openPageClock(announce: Announce, clock: Clock): PageClock {
  let told: Instant | undefined;
  const tell = () => {
    told = clock.now();
    announce('clock:now', told);
  };
  return {
    announce: (event, payload) => {
      if (!WITHOUT_TIME.has(event) && clock.now() !== told) tell();
      announce(event, payload);
    },
    tell,
    run: async (signal) => {
      while (!signal.aborted) {
        tell();
        // Computed again each time: after a jump of the clock the next minute is another.
        await clock.wait(MINUTE_MS - (clock.now() % MINUTE_MS), signal);
      }
    },
  };
}
