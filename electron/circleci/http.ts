import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import type { FetchPort } from './fetch-port';
import { failureOfThrown } from './network-failure';
import { dropBody, MAX_BODY_BYTES, readBody, type BodyLimits } from './read-body';
import { failureOfStatus } from './status-failure';
import { startTimeLimit } from './time-limit';
import { untilAborted } from './until-aborted';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the address, beginning with `/api/`; every part of it already encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** `none`: nobody’s, as a stranger would ask. */
  readonly token: SecretValue | 'none';
  readonly signal?: AbortSignal | undefined;
  /** `anything`: the body is read and dropped, as after a delete. */
  readonly expects: 'json' | 'anything';
  /** How long the answer may be, in bytes; `MAX_BODY_BYTES` where it is not said. */
  readonly mostBytes?: number | undefined;
}

/** One request, sent once. The answer is parsed JSON of no known shape, or nothing where none was expected. */
export type Send = (request: HttpRequest) => Promise<Result<unknown, ApiFailure>>;

/**
 * The one door to the network. SECURITY X7: one host, no redirect, limits of time and size, and no server text passed on.
 * Whatever becomes of a request, its transfer has ended and its connection is free when the answer is given.
 */
export function openHttp(address: string, fetch: FetchPort, clock: Clock): Send {
  return async (request) => {
    if (request.signal?.aborted) return err({ kind: 'cancelled' });
    const limit = startTimeLimit(clock);
    const stop = new AbortController();
    const giveUp = AbortSignal.any([stop.signal, limit.signal, ...(request.signal ? [request.signal] : [])]);
    try {
      return await exchange(address, fetch, request, { signal: giveUp, onBytes: limit.moved });
    } catch (error) {
      if (request.signal?.aborted) return err({ kind: 'cancelled' });
      return err(limit.exceeded() ?? failureOfThrown(error, address));
    } finally {
      limit.end();
      // Electron goes on with the transfer of a body that is merely cancelled, and keeps its connection.
      stop.abort();
    }
  };
}

async function exchange(
  address: string,
  fetch: FetchPort,
  { method, path, body, token, expects, mostBytes = MAX_BODY_BYTES }: HttpRequest,
  limits: Pick<BodyLimits, 'signal' | 'onBytes'>,
): Promise<Result<unknown, ApiFailure>> {
  const sent = fetch(address + path, {
    method,
    headers: {
      accept: 'application/json',
      ...authorisation(path, token),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: limits.signal,
  });
  const response = await untilAborted(sent, limits.signal);
  limits.onBytes?.();
  const failure = failureOfStatus(response);
  if (failure !== undefined) {
    await dropBody(response, limits).catch(() => undefined);
    return err(failure);
  }
  if (expects === 'anything') {
    const dropped = await dropBody(response, limits);
    return dropped.ok ? ok(undefined) : dropped;
  }
  const text = await readBody(response, { ...limits, mostBytes });
  return text.ok ? parse(text.value) : text;
}

/** Every version takes CircleCI's own header but v3, which takes a bearer's alone. Neither is ever part of an address. */
function authorisation(path: string, token: HttpRequest['token']): Readonly<Record<string, string>> {
  if (token === 'none') return {};
  return path.startsWith('/api/v3/')
    ? { authorization: `Bearer ${token.reveal()}` }
    : { 'circle-token': token.reveal() };
}

function parse(text: string): Result<unknown, ApiFailure> {
  try {
    return ok(JSON.parse(text));
  } catch {
    // What begins as JSON and does not end as JSON was cut off; anything else never was JSON.
    return err({ kind: /^\s*[[{]/.test(text) ? 'truncated' : 'not-json' });
  }
}
