import { assertNever } from '../assert-never';

/** Why no connection to a host came about, where the network stack says so. */
export type OfflineReason = 'nobody-listens' | 'name-not-found' | 'no-network' | 'proxy' | 'no-tls';

/** What is wrong with the certificate of a host. `outside-dates`: expired or not valid yet, the stack does not say which. */
export type CertificateProblem =
  | 'unknown-authority'
  | 'wrong-name'
  | 'expired'
  | 'not-yet-valid'
  | 'outside-dates'
  | 'revoked'
  | 'weak'
  | 'client-certificate-required'
  | 'other';

/**
 * Every expected way in which a call to a CircleCI host fails. Never carries the host's text, nor a secret: the one thing of
 * the host's that is passed on is the name of who issued its certificate, shortened and without control characters.
 */
export type ApiFailure =
  | { readonly kind: 'unauthorized' }
  /** `isPage`: the refusal came as a web page, so something else than CircleCI's API may have answered. */
  | { readonly kind: 'forbidden'; readonly status: 403 | 404; readonly isPage?: true }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'rejected'; readonly status: number }
  /** `retryAfterSeconds`: the host is down and says until when, as in a 503. Unlike a 429 it may have done what was asked. */
  | { readonly kind: 'server-error'; readonly status: number; readonly retryAfterSeconds?: number }
  /** 410: the host retired this call for good. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'not-json' }
  /** The body is not valid UTF-8: read with replacement characters, a label would change without a word. */
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unexpected-shape' }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'timed-out' }
  /** Parts of the answer kept arriving, but not all of it in the time that a request may take. */
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'offline'; readonly why?: OfflineReason }
  | {
      readonly kind: 'certificate';
      readonly problem: CertificateProblem;
      readonly host: string;
      readonly issuer?: string;
    }
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
    case 'removed':
      return 'CircleCI removed this call (410): no retry brings it back.';
    case 'not-json':
      return 'The server answered with a page instead of data: the address may be wrong, or a login page is in the way.';
    case 'not-utf8':
      return 'The answer was not valid UTF-8 text, so its labels and values could not be trusted. Something between here and CircleCI may have changed it.';
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
    case 'too-slow':
      return 'The answer arrived too slowly and was given up.';
    case 'offline':
      return failure.why === undefined ? 'The server could not be reached.' : OFFLINE_MESSAGES[failure.why];
    case 'certificate':
      return certificateMessage(failure);
    case 'cancelled':
      return 'Stopped before an answer came.';
    default:
      return assertNever(failure);
  }
}

const OFFLINE_MESSAGES: Readonly<Record<OfflineReason, string>> = {
  'nobody-listens':
    'The server could not be reached: nothing listens at this address. Check the port, and that the server runs.',
  'name-not-found':
    'The server could not be reached: its name was not found. Check the address, and the VPN if it needs one.',
  'no-network': 'The server could not be reached: this computer has no network connection to it.',
  proxy:
    'The server could not be reached: the proxy refused the connection. Check the proxy settings of this computer.',
  'no-tls':
    'The server could not be reached: no secure connection could be agreed. What listens there may not speak HTTPS, or only an outdated version of it.',
};

const INSTALL_AUTHORITY =
  'If your company runs its own certificate authority, install its certificate in the certificate store of this computer, then restart Rekey.';

const CERTIFICATE_MESSAGES: Readonly<Record<CertificateProblem, readonly [problem: string, step: string]>> = {
  'unknown-authority': ['was issued by an authority that this computer does not trust', INSTALL_AUTHORITY],
  'wrong-name': [
    'is for another host name',
    'Check the address; if it is right, the server needs a certificate with this name.',
  ],
  expired: ['has expired', 'Ask who runs the server to renew it, and check the clock of this computer.'],
  'not-yet-valid': [
    'is not valid yet',
    'Check the clock of this computer; if it is right, ask who runs the server.',
  ],
  'outside-dates': [
    'has expired or is not valid yet',
    'Check the clock of this computer; if it is right, ask who runs the server to renew the certificate.',
  ],
  revoked: ['was revoked', 'Ask who runs the server, and do not send a token there before it is explained.'],
  weak: ['uses a key or signature that is too weak', 'Ask who runs the server to replace it.'],
  'client-certificate-required': [
    'is accepted, but the server asks for a client certificate, which Rekey does not send',
    'Ask who runs the server for an address without that demand.',
  ],
  other: ['is not valid', INSTALL_AUTHORITY],
};

function certificateMessage({
  problem,
  host,
  issuer,
}: Extract<ApiFailure, { readonly kind: 'certificate' }>): string {
  const [what, step] = CERTIFICATE_MESSAGES[problem];
  const by = issuer === undefined ? '' : ` (issuer: ${issuer})`;
  return `The certificate of ${host} ${what}${by}. ${step}`;
}
