import type { ApiFailure } from '../../shared/domain/api-failure';

/** What a status says by itself; nothing for 2xx. A wait that the host asks for is read as seconds or as a date. */
export function failureOfStatus(response: Response): ApiFailure | undefined {
  const { status } = response;
  if (status === 0 || (status >= 300 && status < 400)) return { kind: 'redirected' };
  if (status < 300) return undefined;
  // The host gave up waiting, which says nothing of what it had done by then.
  if (status === 408) return { kind: 'timed-out' };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403 || status === 404) return { kind: 'forbidden', status };
  if (status === 410) return { kind: 'removed' };
  if (status === 429) {
    const seconds = secondsToWait(response.headers);
    return seconds === undefined
      ? { kind: 'rate-limited' }
      : { kind: 'rate-limited', retryAfterSeconds: seconds };
  }
  return { kind: status >= 500 ? 'server-error' : 'rejected', status };
}

/**
 * Longer than ten minutes no host is waited for: a look, or a run with a value half delivered, would seem to hang for hours,
 * and a wrong clock or a proxy can ask for days. The host is asked once more instead, and may say the same again.
 */
const MOST_SECONDS = 600;

/** A date is taken against the host's own clock where it tells it, so that a wrong clock here does no harm. */
function secondsToWait(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (said === undefined || said === '') return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : secondsUntil(said, headers.get('date'));
  return seconds === undefined ? undefined : Math.min(Math.max(seconds, 0), MOST_SECONDS);
}

function secondsUntil(date: string, hostDate: string | null): number | undefined {
  const until = Date.parse(date);
  const from = Date.parse(hostDate ?? '');
  if (Number.isNaN(until)) return undefined;
  // Without the host's clock there is nothing to measure against: the back-off decides.
  return Number.isNaN(from) ? undefined : Math.ceil((until - from) / 1_000);
}
