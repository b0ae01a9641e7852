/**
 * The door to the network, handed in: Electron's `session.fetch` in the app, Node's `fetch` in tests and benchmarks.
 * Callers always pass `redirect: 'manual'` and a signal, which they abort when they have done with the answer, however it ended.
 * Whatever is not a read is sent once: a broken connection is an error, and nothing is sent again by the network stack.
 */
export type FetchPort = (
  url: string,
  init: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;
