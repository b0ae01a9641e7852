import { createServer, request as forward } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface DyingProxy {
  readonly address: string;
  /** How many requests and tunnels went through it. */
  readonly used: () => number;
  readonly stop: () => Promise<void>;
}

/**
 * A proxy that passes everything to this computer, whatever name it is for. The first write over plain HTTP reaches its host,
 * and then the proxy drops the line before it hands the answer over.
 */
export async function startDyingProxy(): Promise<DyingProxy> {
  let used = 0;
  let hasDied = false;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    used += 1;
    const { port, pathname } = new URL(request.url ?? '');
    const { method = 'GET', headers } = request;
    const onward = forward({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) => {
      if (method !== 'GET' && !hasDied) {
        hasDied = true;
        request.socket.resetAndDestroy();
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket: Socket) => {
    used += 1;
    const onward = connect(Number((request.url ?? '').split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    used: () => used,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
