import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import type { Send } from './http';
import type { Pacer, PacingOptions } from './pacing';
import { sendPatiently, type RetryRule } from './retry';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly retries?: number;
  /** Another token than the connection's own, as when a new value is tried; or none at all. */
  readonly token?: SecretValue | 'none';
  /** How long the answer of a known, long list may be, in bytes. */
  readonly mostBytes?: number;
}

type Answer<Value> = Promise<Result<Value, ApiFailure>>;

/** The calls of one connection: paced, and sent again only where that is safe. */
export interface Api {
  readonly read: (path: string, options?: ReadOptions) => Answer<unknown>;
  /** `decode` answers with nothing where the shape is not known. */
  readonly readAs: <Value>(
    path: string,
    decode: (raw: unknown) => Value | undefined,
    options?: ReadOptions,
  ) => Answer<Value>;
  /** Sets something to a value: doing it twice does no harm, so it is tried again. */
  readonly upsert: (method: 'PUT' | 'POST', path: string, body: unknown) => Answer<unknown>;
  /** Makes something new: sent once. */
  readonly create: (path: string, body: unknown) => Answer<unknown>;
  /** Sent once, and again only after a 429, which did nothing. */
  readonly remove: (path: string) => Answer<unknown>;
}

export function openApi(send: Send, ownToken: SecretValue, pacer: Pacer, pacing: PacingOptions): Api {
  const patiently = <Value>(task: () => Answer<Value>, rule: RetryRule, options: ReadOptions = {}) =>
    sendPatiently(task, rule, pacer, pacing, options);

  const read = (path: string, options: ReadOptions = {}) => {
    const { token = ownToken, signal, mostBytes } = options;
    return patiently(
      () => send({ method: 'GET', path, token, signal, expects: 'json', mostBytes }),
      'any-trouble',
      options,
    );
  };

  return {
    read,
    readAs: async (path, decode, options) => {
      const answer = await read(path, options);
      if (!answer.ok) return answer;
      const value = decode(answer.value);
      return value === undefined ? err({ kind: 'unexpected-shape' }) : { ok: true, value };
    },
    upsert: (method, path, body) =>
      patiently(() => send({ method, path, body, token: ownToken, expects: 'anything' }), 'any-trouble'),
    create: (path, body) =>
      pacer.run(() => send({ method: 'POST', path, body, token: ownToken, expects: 'json' })),
    remove: (path) =>
      patiently(() => send({ method: 'DELETE', path, token: ownToken, expects: 'anything' }), 'only-refused'),
  };
}
