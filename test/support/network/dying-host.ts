import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';

import type { Certificate } from './certificates';

/** How a host breaks off when a request that changes something has arrived; `works`: it does not. */
export type Death =
  | 'reset-before-reading'
  | 'reset-after-reading'
  | 'fin-after-reading'
  | 'half-a-head'
  | 'half-a-body'
  | 'idle-fin'
  | 'works';

/** A host of raw TCP, which counts each request that arrives, also those that it never answers. */
export interface DyingHost {
  readonly address: string;
  readonly arrived: () => { readonly reads: number; readonly writes: number };
  readonly stop: () => Promise<void>;
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]';
const HALF_HEAD = 'HTTP/1.1 201 Created\r\nContent-Le';
const HALF_BODY =
  'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{"label":';

/** The first write that arrives dies so; any later one would succeed, as a host does that works again. */
export async function startDyingHost(
  death: Death,
  options: { readonly certificate?: Certificate; readonly name?: string } = {},
): Promise<DyingHost> {
  const { certificate, name = '127.0.0.1' } = options;
  let reads = 0;
  let writes = 0;
  const sockets = new Set<Socket>();

  const serve = (socket: Socket | TLSSocket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let text = '';
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (/^(?:POST|PUT|DELETE) /.test(text) && death === 'reset-before-reading' && writes === 0) {
        writes += 1;
        reset(socket);
        return;
      }
      for (;;) {
        const request = /^([A-Z]+) [^]*?\r\n\r\n/.exec(text);
        const length = Number(/^content-length: *(\d+)/im.exec(request?.[0] ?? '')?.[1] ?? 0);
        if (request === null || text.length < request[0].length + length) return;
        text = text.slice(request[0].length + length);
        answer(request[1] ?? '', socket);
      }
    });
  };

  const answer = (method: string, socket: Socket) => {
    if (method === 'GET') {
      reads += 1;
      socket.write(OK);
      // Both ends now hold an idle connection that one of them has closed.
      if (death === 'idle-fin') socket.end();
      return;
    }
    writes += 1;
    if (writes > 1 || death === 'works') socket.write(OK);
    else die(socket);
  };

  const die = (socket: Socket) => {
    if (death === 'half-a-head') socket.end(HALF_HEAD);
    else if (death === 'half-a-body') socket.end(HALF_BODY);
    else if (death === 'fin-after-reading' || death === 'idle-fin') socket.end();
    else reset(socket);
  };

  const server: Server =
    certificate === undefined ? createServer(serve) : createTlsServer({ ...certificate }, serve);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `${certificate === undefined ? 'http' : 'https'}://${name}:${String(port)}`,
    arrived: () => ({ reads, writes }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Over TLS, without the word of farewell that TLS has. */
function reset(socket: Socket): void {
  const raw: unknown = Reflect.get(socket, '_parent');
  (raw instanceof Socket ? raw : socket).resetAndDestroy();
}
