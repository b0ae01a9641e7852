import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers each path in its own tiresome way, and knows how many answers it is still sending. */
export interface TiresomeHost {
  readonly address: string;
  /** Resolves as soon as it has begun so many answers at once. */
  readonly hasBegun: (answers: number) => Promise<void>;
  /** Resolves as soon as nothing is being sent any more. */
  readonly isIdle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const endless = (response: ServerResponse) => {
  const push = () => {
    while (response.write(Buffer.alloc(1 << 20, 32)));
    response.once('drain', push);
  };
  push();
};

const drip = (response: ServerResponse) => {
  const dripping = setInterval(() => response.write(' '), 20);
  response.on('close', () => {
    clearInterval(dripping);
  });
};

/** `/api/STATUS/endless`, `/api/STATUS/drip`, `/api/STATUS/stall` and `/api/200/small`. */
export async function startTiresomeHost(): Promise<TiresomeHost> {
  let sending = 0;
  let changed: () => void = () => undefined;
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => (changed = resolve));
  };
  const server = createServer((request, response) => {
    const [, , status = '', how = ''] = (request.url ?? '').split('/');
    request.resume();
    sending += 1;
    changed();
    response.on('close', () => {
      sending -= 1;
      changed();
    });
    response.writeHead(Number(status), {
      'content-type': 'application/json',
      ...(status.startsWith('3') && { location: 'http://127.0.0.1:9/' }),
    });
    if (how === 'small') response.end('[]');
    else if (how === 'endless') endless(response);
    else if (how === 'drip') drip(response);
    else response.write('[');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    hasBegun: (answers) => until(() => sending >= answers),
    isIdle: () => until(() => sending === 0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
