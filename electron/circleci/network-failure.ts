import type { ApiFailure, CertificateProblem, OfflineReason } from '../../shared/domain/api-failure';

/**
 * What a request that was not answered failed of, as the network stack names it: Electron's with `net::ERR_…` in the message,
 * Node's with a code on the innermost cause. A code that nobody listed here is `offline` without a reason.
 */
export function failureOfThrown(error: unknown, address: string): ApiFailure {
  const { host } = new URL(address);
  for (const cause of causesOf(error)) {
    const code = codeOf(cause);
    // Electron's fetch rejects where Node's answers with the redirect itself.
    if (/redirect/i.test(cause.message)) return { kind: 'redirected' };
    if (code === undefined) continue;
    const problem = CERTIFICATE[code] ?? (/^(?:ERR_CERT_|CERT_)/.test(code) ? 'other' : undefined);
    if (problem !== undefined) return { kind: 'certificate', problem, host, ...issuerOf(cause) };
    const why = OFFLINE[code] ?? (isTlsFailure(code) ? 'no-tls' : undefined);
    if (why !== undefined) return { kind: 'offline', why };
    if (TIMED_OUT.has(code)) return { kind: 'timed-out' };
  }
  return { kind: 'offline' };
}

const CERTIFICATE: Readonly<Record<string, CertificateProblem>> = {
  ERR_CERT_AUTHORITY_INVALID: 'unknown-authority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  CERT_UNTRUSTED: 'unknown-authority',
  ERR_CERT_KNOWN_INTERCEPTION_BLOCKED: 'unknown-authority',
  ERR_CERT_COMMON_NAME_INVALID: 'wrong-name',
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: 'wrong-name',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
  HOSTNAME_MISMATCH: 'wrong-name',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_CERT_DATE_INVALID: 'outside-dates',
  ERR_CERT_REVOKED: 'revoked',
  CERT_REVOKED: 'revoked',
  ERR_CERT_WEAK_KEY: 'weak',
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'weak',
  CA_MD_TOO_WEAK: 'weak',
  EE_KEY_TOO_SMALL: 'weak',
  CA_KEY_TOO_SMALL: 'weak',
  ERR_SSL_CLIENT_AUTH_CERT_NEEDED: 'client-certificate-required',
  ERR_BAD_SSL_CLIENT_AUTH_CERT: 'client-certificate-required',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-required',
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: 'other',
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: 'other',
  INVALID_CA: 'other',
  INVALID_PURPOSE: 'other',
  PATH_LENGTH_EXCEEDED: 'other',
};

const OFFLINE: Readonly<Record<string, OfflineReason>> = {
  ERR_CONNECTION_REFUSED: 'nobody-listens',
  ECONNREFUSED: 'nobody-listens',
  ERR_NAME_NOT_RESOLVED: 'name-not-found',
  ERR_NAME_RESOLUTION_FAILED: 'name-not-found',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ERR_INTERNET_DISCONNECTED: 'no-network',
  ERR_NETWORK_ACCESS_DENIED: 'no-network',
  ERR_ADDRESS_UNREACHABLE: 'no-network',
  ENETDOWN: 'no-network',
  ENETUNREACH: 'no-network',
  EHOSTUNREACH: 'no-network',
  ERR_PROXY_CONNECTION_FAILED: 'proxy',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy',
  ERR_PROXY_AUTH_UNSUPPORTED: 'proxy',
  ERR_PROXY_AUTH_REQUESTED: 'proxy',
  ERR_PROXY_CERTIFICATE_INVALID: 'proxy',
  ERR_UNEXPECTED_PROXY_AUTH: 'proxy',
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy',
  ERR_PAC_SCRIPT_FAILED: 'proxy',
  ERR_SOCKS_CONNECTION_FAILED: 'proxy',
  ERR_SOCKS_CONNECTION_HOST_UNREACHABLE: 'proxy',
  ERR_NO_SUPPORTED_PROXIES: 'proxy',
  EPROTO: 'no-tls',
};

const TIMED_OUT: ReadonlySet<string> = new Set([
  'ERR_TIMED_OUT',
  'ERR_CONNECTION_TIMED_OUT',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** Both stacks name what goes wrong while a secure connection is agreed so. */
const isTlsFailure = (code: string): boolean => /^ERR_(?:SSL|TLS)_/.test(code);

/** An error and what it was caused by, outermost first, also where one error stands for several attempts. */
function causesOf(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const several = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...[error.cause, ...several].flatMap((cause) => causesOf(cause, depth + 1))];
}

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : /\bnet::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1];
}

const LONGEST_ISSUER = 100;

/** Node hands over the certificate with some errors only, Electron with none. */
function issuerOf(error: Error): { readonly issuer?: string } {
  const certificate: unknown = Reflect.get(error, 'cert');
  const issuer: unknown = isObject(certificate) ? Reflect.get(certificate, 'issuer') : undefined;
  const names: readonly unknown[] = isObject(issuer)
    ? [Reflect.get(issuer, 'CN'), Reflect.get(issuer, 'O')]
    : [];
  const name = names.find((one) => typeof one === 'string' && one !== '') as string | undefined;
  return name === undefined ? {} : { issuer: name.replace(/[^\P{C} ]/gu, ' ').slice(0, LONGEST_ISSUER) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
