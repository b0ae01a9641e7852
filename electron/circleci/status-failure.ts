import type { ApiFailure } from '../../shared/domain/api-failure';
import { readRetryAfter } from './retry-after';

/** What a status says by itself; nothing for 2xx. A wait that the host asks for is read as seconds or as a date. */
export function failureOfStatus(response: Response): ApiFailure | undefined {
  const { status } = response;
  if (status === 0 || (status >= 300 && status < 400)) return { kind: 'redirected' };
  if (status < 300) return undefined;
  // The host gave up waiting, which says nothing of what it had done by then.
  if (status === 408) return { kind: 'timed-out' };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403 || status === 404) {
    const isPage = /\bhtml\b/i.test(response.headers.get('content-type') ?? '');
    return { kind: 'forbidden', status, ...(isPage && { isPage }) };
  }
  if (status === 410) return { kind: 'removed' };
  const seconds = readRetryAfter(response.headers);
  const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  if (status === 429) return { kind: 'rate-limited', ...wait };
  return status >= 500 ? { kind: 'server-error', status, ...wait } : { kind: 'rejected', status };
}
