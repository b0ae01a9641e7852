import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Clock } from '../clock';

/** A request is looked at after each such span: it is given up if nothing of its answer arrived during the whole span. */
export const QUIET_LIMIT_MS = 30_000;

/** After so many spans a request is given up, also if its answer still arrives drop by drop. */
const MOST_SPANS = 3;

export interface TimeLimit {
  /** Aborted when the request has taken too long. */
  readonly signal: AbortSignal;
  /** Why it was aborted; `undefined` while there is still time. */
  readonly exceeded: () => ApiFailure | undefined;
  /** Something arrived. */
  readonly moved: () => void;
  readonly end: () => void;
}

/** Limits one request: how long nothing may arrive, and how long all of it may take. */
export function startTimeLimit(clock: Pick<Clock, 'wait'>): TimeLimit {
  const over = new AbortController();
  const ended = new AbortController();
  let hasMoved = false;
  let exceeded: ApiFailure | undefined;

  const watch = async () => {
    for (let span = 1; exceeded === undefined; span += 1) {
      await clock.wait(QUIET_LIMIT_MS, ended.signal);
      if (ended.signal.aborted) return;
      if (!hasMoved) exceeded = { kind: 'timed-out' };
      else if (span === MOST_SPANS) exceeded = { kind: 'too-slow' };
      hasMoved = false;
    }
    over.abort();
  };
  void watch();

  return {
    signal: over.signal,
    exceeded: () => exceeded,
    moved: () => {
      hasMoved = true;
    },
    end: () => {
      ended.abort();
    },
  };
}
