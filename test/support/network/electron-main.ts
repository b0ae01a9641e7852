import { app, session } from 'electron';

import { electronFetch } from '../../../electron/platform/electron-fetch';
import { sendThrough, type NetworkAnswer, type NetworkRequest } from './network-request';

/** What a test asks of this process. */
export interface ElectronNetwork {
  readonly send: (request: NetworkRequest) => Promise<NetworkAnswer>;
  /** Gives up whatever was sent and is not answered yet. */
  readonly cancel: () => void;
  /** Sends the request so many times, at most `inFlight` at once; answers how many were answered with success. */
  readonly sendMany: (request: NetworkRequest, times: number, inFlight: number) => Promise<number>;
  /** Resident memory of this process and of the network service, in kilobytes. */
  readonly memory: () => { readonly main: number; readonly network: number };
}

// A test closes no window here: without one the process would end by itself.
app.on('window-all-closed', () => undefined);

void app.whenReady().then(() => {
  const one = sendThrough(electronFetch((partition) => session.fromPartition(partition, { cache: false })));
  let cancelling = new AbortController();
  const send = (request: NetworkRequest) => one(request, cancelling.signal);
  const network: ElectronNetwork = {
    send,
    cancel: () => {
      cancelling.abort();
      cancelling = new AbortController();
    },
    sendMany: async (request, times, inFlight) => {
      let left = times;
      let succeeded = 0;
      const worker = async () => {
        while (left > 0) {
          left -= 1;
          if ((await send(request)).ok) succeeded += 1;
        }
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
      return succeeded;
    },
    memory: () => {
      const metrics = app.getAppMetrics();
      const of = (found: (typeof metrics)[number] | undefined) => found?.memory.workingSetSize ?? 0;
      return {
        main: of(metrics.find(({ type }) => type === 'Browser')),
        network: of(metrics.find(({ serviceName }) => serviceName === 'network.mojom.NetworkService')),
      };
    },
  };
  Reflect.set(globalThis, 'rekeyNetwork', network);
});
