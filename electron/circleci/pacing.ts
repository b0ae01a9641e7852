import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, type Result } from '../../shared/result';
import type { Clock } from '../clock';

/** Lets a bounded, adapting number of requests to one host be in flight. Never sends anything twice. */
export interface Pacer {
  /** Runs the task when its turn comes: first come, first served. `cancelled` if the signal came first. */
  readonly run: <Value>(
    task: () => Promise<Result<Value, ApiFailure>>,
    signal?: AbortSignal,
  ) => Promise<Result<Value, ApiFailure>>;
  /** How many requests may be in flight now. */
  readonly limit: () => number;
}

export interface PacingOptions {
  readonly clock: Pick<Clock, 'wait'>;
  /** In [0, 1): spreads the waits of clients that were told off together. */
  readonly random: () => number;
  /** Told when nobody is sent for so long, and with nothing when that is over. */
  readonly held?: (milliseconds: number | undefined) => void;
}

const START = 2;
const MOST = 8;
const LONGEST_BACK_OFF_MS = 60_000;

/** One pacer an address, for as long as the app runs: what a host said to one connection counts for all. */
export function createPacerPool({
  held,
  ...options
}: Omit<PacingOptions, 'held'> & {
  readonly held?: (address: string, milliseconds: number | undefined) => void;
}): (address: string) => Pacer {
  const pacers = new Map<string, Pacer>();
  return (address) => {
    const pacer = pacers.get(address) ?? createPacer({ ...options, held: (time) => held?.(address, time) });
    pacers.set(address, pacer);
    return pacer;
  };
}

/**
 * Starts at two in flight, takes one more whenever as many answers in a row were good as the limit allows, and halves when
 * the host complains (429, or an error that names a wait) or connections break: once a complaint, as the answers to what was already in flight say nothing
 * new. After a complaint nobody is sent until the wait is over.
 */
export function createPacer({ clock, random, held }: PacingOptions): Pacer {
  let limit = START;
  let inFlight = 0;
  let goodInARow = 0;
  let complaints = 0;
  let era = 0;
  let closed: Promise<void> | undefined;
  const waiting: (() => void)[] = [];

  const admit = () => {
    while (closed === undefined && inFlight < limit) {
      const next = waiting.shift();
      if (next === undefined) return;
      inFlight += 1;
      next();
    }
  };

  const turn = (signal: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const go = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(go), 1);
        resolve(false);
      };
      if (signal?.aborted) {
        resolve(false);
        return;
      }
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.push(go);
      admit();
    });

  const heed = (answer: Result<unknown, ApiFailure>, sentIn: number) => {
    const complaint = complaintOf(answer);
    if (complaint === 'failing') {
      goodInARow = 0;
      return;
    }
    if (complaint === 'none') {
      goodInARow += 1;
      if (goodInARow < limit || limit >= MOST) return;
      limit += 1;
      goodInARow = 0;
      complaints = 0;
      return;
    }
    goodInARow = 0;
    if (sentIn === era) {
      era += 1;
      complaints += 1;
      limit = Math.max(1, Math.floor(limit / 2));
    }
    if (complaint === 'busy') close(waitAfter(askedSeconds(answer), complaints, random));
  };

  const close = (milliseconds: number) => {
    const both = Promise.all([closed, clock.wait(milliseconds)]).then(() => {
      if (closed !== both) return;
      closed = undefined;
      held?.(undefined);
      admit();
    });
    closed = both;
    held?.(milliseconds);
  };

  return {
    limit: () => limit,
    run: async (task, signal) => {
      if (!(await turn(signal))) return err({ kind: 'cancelled' });
      const sentIn = era;
      try {
        const answer = await task();
        heed(answer, sentIn);
        return answer;
      } finally {
        inFlight -= 1;
        admit();
      }
    },
  };
}

const BROKEN: ReadonlySet<ApiFailure['kind']> = new Set(['offline', 'timed-out', 'truncated']);

const FAILING: ReadonlySet<ApiFailure['kind']> = new Set(['server-error', 'too-slow', 'certificate']);

/** `failing`: a host in trouble of its own. It asked nobody to slow down, and is not to be asked for more either. */
function complaintOf(answer: Result<unknown, ApiFailure>): 'none' | 'busy' | 'broken' | 'failing' {
  if (answer.ok) return 'none';
  if (answer.error.kind === 'rate-limited' || askedSeconds(answer) !== undefined) return 'busy';
  if (FAILING.has(answer.error.kind)) return 'failing';
  return BROKEN.has(answer.error.kind) ? 'broken' : 'none';
}

/** How long the host asked to be left alone, in a 429 or while it is down. */
function askedSeconds(answer: Result<unknown, ApiFailure>): number | undefined {
  if (answer.ok) return undefined;
  const { error } = answer;
  return error.kind === 'rate-limited' || error.kind === 'server-error' ? error.retryAfterSeconds : undefined;
}

/** What the host asked for and a little more, or 1, 2, 4 … 60 seconds where it asked for nothing; the upper half is chance. */
function waitAfter(asked: number | undefined, complaints: number, random: () => number): number {
  if (asked !== undefined) return asked * 1_000 + random() * 250;
  return backOff(complaints, 1_000, random);
}

/** Doubles from `first` milliseconds with each of `times`, at most a minute, of which the upper half is chance. */
export function backOff(times: number, first: number, random: () => number): number {
  const whole = Math.min(first * 2 ** Math.max(0, times - 1), LONGEST_BACK_OFF_MS);
  return whole / 2 + (whole / 2) * random();
}
