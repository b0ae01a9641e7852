import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import { backOff, type Pacer, type PacingOptions } from './pacing';

/**
 * What may be sent again: `any-trouble` for what changes nothing or the same thing twice (reads and upserts);
 * `only-refused` for what must not happen twice, and did not when the host said 429.
 */
export type RetryRule = 'any-trouble' | 'only-refused';

export const MOST_RETRIES = 5;
const FIRST_WAIT_MS = 400;

/** Sends through the pacer, and again while the rule allows, after growing waits with jitter. */
export async function sendPatiently<Value>(
  send: () => Promise<Result<Value, ApiFailure>>,
  rule: RetryRule,
  pacer: Pacer,
  { clock, random }: PacingOptions,
  options: {
    readonly signal?: AbortSignal | undefined;
    /** After trouble; a host that asks to wait is waited for as often as may be. */
    readonly retries?: number;
  } = {},
): Promise<Result<Value, ApiFailure>> {
  const { signal, retries = MOST_RETRIES } = options;
  for (let sent = 1; ; sent += 1) {
    const answer = await pacer.run(send, signal);
    if (answer.ok || !mayRetry(answer.error, rule)) return answer;
    const isBusy = asksToWait(answer.error);
    if (sent > (isBusy ? MOST_RETRIES : retries)) return answer;
    // The pacer itself holds everybody back for as long as the host wants.
    if (!isBusy) await clock.wait(backOff(sent, FIRST_WAIT_MS, random), signal);
  }
}

/** Such an answer closes the pacer for everybody until the wait is over. */
const asksToWait = (failure: ApiFailure): boolean =>
  failure.kind === 'rate-limited' ||
  (failure.kind === 'server-error' && failure.retryAfterSeconds !== undefined);

function mayRetry(failure: ApiFailure, rule: RetryRule): boolean {
  if (failure.kind === 'rate-limited') return true;
  return rule === 'any-trouble' && TROUBLE.has(failure.kind);
}

const TROUBLE: ReadonlySet<ApiFailure['kind']> = new Set([
  'offline',
  'timed-out',
  'server-error',
  'truncated',
]);
