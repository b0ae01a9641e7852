import { describe, expect, test } from 'vitest';

import { failureOfThrown } from '../../../../electron/circleci/network-failure';
import { describeFailure } from '../../../../shared/domain/api-failure';

const ADDRESS = 'https://ci.example.com:8443';
const HOST = 'ci.example.com:8443';

/** As Electron's `session.fetch` rejects. */
const electronError = (code: string) => new Error(`net::${code}`);
/** As Node's `fetch` rejects. */
const nodeError = (code: string, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code, ...more }) });

describe('a certificate that is refused is told apart from a host that is not reached', () => {
  test.each([
    ['ERR_CERT_AUTHORITY_INVALID', 'unknown-authority'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'wrong-name'],
    ['ERR_CERT_DATE_INVALID', 'outside-dates'],
    ['ERR_CERT_REVOKED', 'revoked'],
    ['ERR_CERT_WEAK_KEY', 'weak'],
    ['ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client-certificate-required'],
    ['ERR_CERT_SOMETHING_NEW', 'other'],
  ])('Electron: %s is %s', (code, problem) => {
    expect(failureOfThrown(electronError(code), ADDRESS)).toEqual({
      kind: 'certificate',
      problem,
      host: HOST,
    });
  });

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unknown-authority'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-authority'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-authority'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-name'],
    ['CERT_HAS_EXPIRED', 'expired'],
    ['CERT_NOT_YET_VALID', 'not-yet-valid'],
    ['CERT_SIGNATURE_FAILURE', 'other'],
  ])('Node: %s is %s', (code, problem) => {
    expect(failureOfThrown(nodeError(code), ADDRESS)).toEqual({ kind: 'certificate', problem, host: HOST });
  });

  test('the issuer is named where the stack gives the certificate, without control characters', () => {
    const cert = { issuer: { CN: `Acme\u202e\nRoot ${'x'.repeat(200)}` } };
    const failure = failureOfThrown(nodeError('ERR_TLS_CERT_ALTNAME_INVALID', { cert }), ADDRESS);
    expect(failure).toMatchObject({ issuer: `Acme  Root ${'x'.repeat(89)}` });
    expect(describeFailure(failure)).toMatch(
      /^The certificate of ci\.example\.com:8443 is for another host name \(issuer: Acme {2}Root x+\)\. /,
    );
  });

  test.each(['unknown-authority', 'other'] as const)(
    '%s: the message says what to install where',
    (problem) => {
      expect(describeFailure({ kind: 'certificate', problem, host: HOST })).toContain(
        'install its certificate in the certificate store of this computer',
      );
    },
  );
});

describe('a host that is not reached says why, where the stack says it', () => {
  test.each([
    [electronError('ERR_CONNECTION_REFUSED'), 'nobody-listens'],
    [nodeError('ECONNREFUSED'), 'nobody-listens'],
    [electronError('ERR_NAME_NOT_RESOLVED'), 'name-not-found'],
    [nodeError('ENOTFOUND'), 'name-not-found'],
    [electronError('ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [electronError('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy'],
    [electronError('ERR_INTERNET_DISCONNECTED'), 'no-network'],
    [nodeError('ENETUNREACH'), 'no-network'],
    [electronError('ERR_SSL_PROTOCOL_ERROR'), 'no-tls'],
    [electronError('ERR_SSL_VERSION_OR_CIPHER_MISMATCH'), 'no-tls'],
    [nodeError('ERR_SSL_WRONG_VERSION_NUMBER'), 'no-tls'],
    [nodeError('EPROTO'), 'no-tls'],
  ])('%s: %s', (error, why) => {
    expect(failureOfThrown(error, ADDRESS)).toEqual({ kind: 'offline', why });
  });

  test('also where the name has several addresses and each of them failed', () => {
    const each = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const error = new TypeError('fetch failed', { cause: new AggregateError([each, each]) });
    expect(failureOfThrown(error, ADDRESS)).toEqual({ kind: 'offline', why: 'nobody-listens' });
  });

  test.each([electronError('ERR_CONNECTION_TIMED_OUT'), nodeError('UND_ERR_CONNECT_TIMEOUT')])(
    '%s: a connection that is never made is timed out',
    (error) => {
      expect(failureOfThrown(error, ADDRESS)).toEqual({ kind: 'timed-out' });
    },
  );

  test.each([electronError('ERR_EMPTY_RESPONSE'), nodeError('ECONNRESET'), 'no error at all', undefined])(
    '%s: no reason is made up',
    (error) => {
      expect(failureOfThrown(error, ADDRESS)).toEqual({ kind: 'offline' });
    },
  );
});
