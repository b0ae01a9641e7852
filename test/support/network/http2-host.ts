import { constants, createSecureServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';

import type { Certificate } from './certificates';
import type { DyingHost } from './dying-host';

/** How a host of HTTP/2 breaks off; `goaway-idle` says so between two requests, the others when a write has arrived. */
export type Http2Death = 'goaway' | 'goaway-idle' | 'stream-reset' | 'session-destroyed';

/** The first write that arrives dies so, any later one succeeds. */
export async function startHttp2Host(death: Http2Death, certificate: Certificate): Promise<DyingHost> {
  let reads = 0;
  let writes = 0;
  const sessions = new Set<Http2Session>();
  const sockets = new Set<Socket>();
  const server = createSecureServer({ ...certificate, allowHTTP1: false });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    stream.on('error', () => undefined);
    stream.resume();
    stream.on('end', () => {
      if (headers[':method'] === 'GET') {
        reads += 1;
        answer(stream);
        if (death === 'goaway-idle') stream.session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
        return;
      }
      writes += 1;
      if (writes > 1 || death === 'goaway-idle') answer(stream);
      else die(stream);
    });
  });

  const answer = (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/json' });
    stream.end('[]');
  };

  const die = (stream: ServerHttp2Stream) => {
    const { session } = stream;
    if (death === 'stream-reset') stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    else if (death === 'goaway') {
      // It says that it has taken this request up, and ends before the answer.
      session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
      session?.destroy();
    } else for (const socket of sockets) socket.resetAndDestroy();
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://127.0.0.1:${String(port)}`,
    arrived: () => ({ reads, writes }),
    stop: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
