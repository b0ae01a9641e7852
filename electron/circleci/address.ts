import { CLOUD_ADDRESS, type ConnectFailure } from '../../shared/domain/connection';
import { err, ok, type Result } from '../../shared/result';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Scheme, host and port of a server. SECURITY S1: https only, but for this computer itself where `allowLoopback` says so.
 * The address of CircleCI's web pages is taken for that of its API.
 */
export function parseAddress(raw: string, allowLoopback: boolean): Result<string, ConnectFailure> {
  const typed = raw.trim();
  const refuse = (why: Extract<ConnectFailure, { kind: 'bad-address' }>['why']) =>
    err<ConnectFailure>({ kind: 'bad-address', why });
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return refuse('not-a-url');
  if (!URL.canParse(typed)) return refuse('not-a-url');
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') return refuse('has-credentials');
  const isLoopback = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !(allowLoopback && isLoopback)) return refuse('not-https');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return refuse('has-path');
  return ok(url.hostname === 'app.circleci.com' ? CLOUD_ADDRESS : url.origin);
}
