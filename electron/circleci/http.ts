import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import type { FetchPort } from './fetch-port';
import { readBody } from './read-body';
import { failureOfStatus } from './status-failure';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the address, beginning with `/api/`; every part of it already encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly token: SecretValue;
  readonly signal?: AbortSignal | undefined;
  /** `anything`: the body is read and dropped, as after a delete. */
  readonly expects: 'json' | 'anything';
}

/** One request, sent once. The answer is parsed JSON of no known shape, or nothing where none was expected. */
export type Send = (request: HttpRequest) => Promise<Result<unknown, ApiFailure>>;

const TIME_OUT_MS = 30_000;

/** The one door to the network. SECURITY X7: one host, no redirect, a time-out, a size limit, and no server text passed on. */
export function openHttp(address: string, fetch: FetchPort, clock: Clock): Send {
  return async (request) => {
    if (request.signal?.aborted) return err({ kind: 'cancelled' });
    const ended = new AbortController();
    const timeOut = new AbortController();
    void clock.wait(TIME_OUT_MS, ended.signal).then(() => {
      if (!ended.signal.aborted) timeOut.abort();
    });
    const signal = request.signal ? AbortSignal.any([request.signal, timeOut.signal]) : timeOut.signal;
    try {
      return await exchange(address, fetch, request, signal);
    } catch (error) {
      if (request.signal?.aborted) return err({ kind: 'cancelled' });
      if (timeOut.signal.aborted) return err({ kind: 'timed-out' });
      // Electron's fetch rejects where Node's answers with the redirect itself.
      return err({ kind: saysRedirect(error) ? 'redirected' : 'offline' });
    } finally {
      ended.abort();
    }
  };
}

async function exchange(
  address: string,
  fetch: FetchPort,
  { method, path, body, token, expects }: HttpRequest,
  signal: AbortSignal,
): Promise<Result<unknown, ApiFailure>> {
  const response = await fetch(address + path, {
    method,
    headers: {
      accept: 'application/json',
      ...authorisation(path, token),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal,
  });
  const failure = failureOfStatus(response);
  if (failure !== undefined) {
    await response.body?.cancel().catch(() => undefined);
    return err(failure);
  }
  const text = await readBody(response, signal);
  if (!text.ok) return text;
  return expects === 'anything' ? ok(undefined) : parse(text.value);
}

/** Every version takes CircleCI's own header but v3, which takes a bearer's alone. Neither is ever part of an address. */
const authorisation = (path: string, token: SecretValue): Readonly<Record<string, string>> =>
  path.startsWith('/api/v3/')
    ? { authorization: `Bearer ${token.reveal()}` }
    : { 'circle-token': token.reveal() };

function parse(text: string): Result<unknown, ApiFailure> {
  try {
    return ok(JSON.parse(text));
  } catch {
    // What begins as JSON and does not end as JSON was cut off; anything else never was JSON.
    return err({ kind: /^\s*[[{]/.test(text) ? 'truncated' : 'not-json' });
  }
}

const saysRedirect = (error: unknown): boolean => error instanceof Error && /redirect/i.test(error.message);
