import type { FetchPort } from '../../../electron/circleci/fetch-port';
import { openHttp } from '../../../electron/circleci/http';
import { systemClock, type Clock } from '../../../electron/clock';
import { SecretValue } from '../../../electron/credentials/secret-value';
import type { ApiFailure } from '../../../shared/domain/api-failure';
import type { Result } from '../../../shared/result';

/** A request that another process is to send, as plain data. */
export interface NetworkRequest {
  readonly address: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Shortens every wait of the client, so that its limits of time come soon. */
  readonly longestWaitMs?: number;
}

export type NetworkAnswer = Result<unknown, ApiFailure>;

/** Sends one request; the signal gives it up. */
export type SendOne = (request: NetworkRequest, signal?: AbortSignal) => Promise<NetworkAnswer>;

/** Sends requests through one network stack, each as the client does. */
export type SendThrough = (request: NetworkRequest) => Promise<NetworkAnswer>;

export const sendThrough =
  (fetch: FetchPort): SendOne =>
  ({ address, method, path, longestWaitMs = Number.POSITIVE_INFINITY }, signal) => {
    const { now, wait } = systemClock();
    const clock: Clock = {
      now,
      wait: (milliseconds, ended) => wait(Math.min(milliseconds, longestWaitMs), ended),
    };
    return openHttp(
      address,
      fetch,
      clock,
    )({
      method,
      path,
      signal,
      token: new SecretValue('t'.repeat(40)),
      expects: 'json',
      ...((method === 'POST' || method === 'PUT') && { body: { label: 'deploy bot' } }),
    });
  };
