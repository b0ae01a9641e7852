import { availableParallelism, loadavg } from 'node:os';

/** How long a single step may stand still on an idle computer. */
const STALL_MS = 60_000;
const POLL_MS = 100;
/** Beyond it a load says more of what waits than of how slow the computer is. */
const MOST_SLOWNESS = 5;

/**
 * How many times slower than an idle one this computer is at present: the processes that want a core for each core that
 * there is, or what REKEY_SLOWNESS says.
 */
export function slowness(environment: NodeJS.ProcessEnv = process.env): number {
  const given = Number(environment['REKEY_SLOWNESS']);
  if (given >= 1) return given;
  return Math.min(MOST_SLOWNESS, Math.max(1, (loadavg()[0] ?? 1) / availableParallelism()));
}

/** The stall limit on this computer: after so many milliseconds without any movement a wait has failed. */
export const stallLimit = (milliseconds = STALL_MS): number => milliseconds * slowness();

export interface Waiting<State> {
  /** What is waited for, as a failure names it. */
  readonly what: string;
  /** Reads how far it has come. Every other answer than the one before is movement. */
  readonly read: () => Promise<State>;
  readonly isDone: (state: State) => boolean;
  readonly stallMs?: number;
  /** Time, where a test has its own. */
  readonly clock?: WaitingClock;
}

export interface WaitingClock {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const ownClock: WaitingClock = {
  now: () => performance.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/**
 * Waits as long as something moves, however long that is, and answers with the state that is done. Fails only after nothing
 * has moved for the stall limit, with what it waited for and the last state that it saw.
 */
export async function waitWhileMoving<State>({
  what,
  read,
  isDone,
  stallMs,
  clock = ownClock,
}: Waiting<State>): Promise<State> {
  let last: string | undefined;
  let movedAt = clock.now();
  for (;;) {
    const state = await read();
    if (isDone(state)) return state;
    const shown = JSON.stringify(state);
    if (shown !== last) [last, movedAt] = [shown, clock.now()];
    const still = clock.now() - movedAt;
    if (still > (stallMs ?? stallLimit())) {
      throw new Error(
        `Nothing has moved for ${String(Math.round(still / 1_000))} s while waiting for ${what}. Last seen: ${shown}`,
      );
    }
    await clock.wait(POLL_MS);
  }
}
