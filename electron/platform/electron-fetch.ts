import type { Session } from 'electron';

import type { FetchPort } from '../circleci/fetch-port';
import { untilAborted } from '../circleci/until-aborted';
import { createLanes } from './lanes';

type NetworkSession = Pick<Session, 'fetch' | 'closeAllConnections'>;

/** As many writes as the pacer ever has in flight to one host. */
export const MOST_WRITE_SESSIONS = 8;

/**
 * Electron's network, which knows the system's proxy and certificates, on sessions of its own without cookies or cache.
 * A redirect is an error there, before anything is sent to where it points.
 *
 * Chromium sends a request again by itself, a POST too, when a connection that it has kept open breaks before an answer. So
 * whatever is not a read goes over a session of a small, fixed set: one request at a time on each, with all its connections
 * closed first. On a connection that was never used before, a request is sent once.
 */
export function electronFetch(openSession: (partition: string) => NetworkSession): FetchPort {
  const reads = openSession('circleci');
  const writes = createLanes(MOST_WRITE_SESSIONS, (index) => openSession(`circleci-write-${String(index)}`));

  return async (url, init) => {
    if (init.method === 'GET') return send(reads, url, init);
    const lane = await writes.acquire(init.signal);
    // The caller aborts when it has done with the answer: until then the connection is still in use.
    init.signal.addEventListener('abort', lane.release, { once: true });
    try {
      await untilAborted(lane.value.closeAllConnections(), init.signal);
      return await send(lane.value, url, init);
    } catch (error) {
      lane.release();
      throw error;
    }
  };
}

const send = (
  session: NetworkSession,
  url: string,
  { method, headers, body, signal }: Parameters<FetchPort>[1],
): Promise<Response> =>
  session.fetch(url, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body }),
    redirect: 'error',
    credentials: 'omit',
    signal,
  });
