import { assertNever } from '../assert-never';

/** Every expected way in which a call to a CircleCI host fails. Never carries the host's text, nor a secret. */
export type ApiFailure =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden'; readonly status: 403 | 404 }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'rejected'; readonly status: number }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unexpected-shape' }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'cancelled' };

/** One sentence for a person: what happened at the host. What is safe and what to do next is the caller's to say. */
export function describeFailure(failure: ApiFailure): string {
  switch (failure.kind) {
    case 'unauthorized':
      return 'CircleCI did not accept the token: it is wrong, expired or revoked.';
    case 'forbidden':
      return failure.status === 403
        ? 'CircleCI refused access: not allowed, or not there.'
        : 'CircleCI answered “not found”: not there, or not visible to this account.';
    case 'rate-limited':
      return 'CircleCI is limiting the number of requests; Rekey slowed down and the limit still held.';
    case 'rejected':
      return `CircleCI rejected the request (${String(failure.status)}).`;
    case 'server-error':
      return `CircleCI failed while answering (${String(failure.status)}).`;
    case 'not-json':
      return 'The server answered with a page instead of data: the address may be wrong, or a login page is in the way.';
    case 'truncated':
      return 'The answer broke off before its end.';
    case 'too-large':
      return 'The answer was larger than Rekey accepts.';
    case 'unexpected-shape':
      return 'The answer was not in a form that Rekey knows.';
    case 'redirected':
      return 'The server pointed to another address; Rekey does not follow it with a token.';
    case 'timed-out':
      return 'CircleCI did not answer in time.';
    case 'offline':
      return 'The server could not be reached.';
    case 'cancelled':
      return 'Stopped before an answer came.';
    default:
      return assertNever(failure);
  }
}
