import type { FetchPort } from '../../../electron/circleci/fetch-port';
import { openHttp } from '../../../electron/circleci/http';
import { systemClock } from '../../../electron/clock';
import { SecretValue } from '../../../electron/credentials/secret-value';
import type { ApiFailure } from '../../../shared/domain/api-failure';
import type { Result } from '../../../shared/result';

/** A request that another process is to send, as plain data. */
export interface NetworkRequest {
  readonly address: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

export type NetworkAnswer = Result<unknown, ApiFailure>;

/** Sends requests through one network stack, each as the client does. */
export type SendThrough = (request: NetworkRequest) => Promise<NetworkAnswer>;

export const sendThrough =
  (fetch: FetchPort): SendThrough =>
  ({ address, method, path }) =>
    openHttp(
      address,
      fetch,
      systemClock(),
    )({
      method,
      path,
      token: new SecretValue('t'.repeat(40)),
      expects: 'json',
      ...((method === 'POST' || method === 'PUT') && { body: { label: 'deploy bot' } }),
    });
