/**
 * The door to the network, handed in: Electron's `net.fetch` in the app, Node's `fetch` in tests and benchmarks.
 * Callers always pass `redirect: 'manual'` and a signal.
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
