import { sendThrough, type NetworkRequest } from './network-request';

const send = sendThrough(fetch);

process.on('message', ({ id, request }: { readonly id: number; readonly request: NetworkRequest }) => {
  void send(request).then((answer) => process.send?.({ id, answer }));
});
process.send?.('ready');
