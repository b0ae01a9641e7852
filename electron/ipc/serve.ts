import type { IpcMain, IpcMainInvokeEvent } from 'electron';

import { CHANNELS, type Channel } from '../../shared/ipc/channel-names';
import { calls, type ArgOf, type Refusal, type ReplyOf } from '../../shared/ipc/contract';
import { err } from '../../shared/result';

/** One handler a channel: forget one, or invent one, and this object no longer type-checks. */
export type Handlers = {
  readonly [C in Channel]: (argument: ArgOf<C>) => Promise<ReplyOf<C>>;
};

type TrustSender = (event: Pick<IpcMainInvokeEvent, 'senderFrame'>) => boolean;
type Refused = (channel: Channel, why: Refusal['why']) => void;

/** Puts every channel behind the same two gates: who is calling, and with what. */
export function serve(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  trusts: TrustSender,
  refused: Refused,
): void {
  for (const channel of CHANNELS) serveOne(ipc, channel, handlers, trusts, refused);
}

function serveOne<C extends Channel>(
  ipc: Pick<IpcMain, 'handle'>,
  channel: C,
  handlers: Handlers,
  trusts: TrustSender,
  refused: Refused,
): void {
  const refuse = (why: Refusal['why']) => {
    refused(channel, why);
    return err<Refusal>({ kind: 'refused', why });
  };
  ipc.handle(channel, async (event, raw: unknown) => {
    if (!trusts(event)) return refuse('sender'); // SECURITY S17
    const argument = calls[channel].decode(raw) as ArgOf<C> | undefined;
    return argument === undefined ? refuse('argument') : handlers[channel](argument);
  });
}
