import type { Session } from 'electron';

import type { FetchPort } from '../circleci/fetch-port';

/**
 * Electron's network, which knows the system's proxy and certificates, on a session of its own without cookies or cache.
 * A redirect is an error there, before anything is sent to where it points.
 */
export const netFetch =
  (session: Pick<Session, 'fetch'>): FetchPort =>
  (url, { method, headers, body, signal }) =>
    session.fetch(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
      redirect: 'error',
      credentials: 'omit',
      signal,
    });
