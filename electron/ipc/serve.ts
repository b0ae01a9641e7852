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

type Handle = (argument: unknown) => Promise<unknown>;

/** Puts every channel behind the same two gates: who is calling, and with what. */
export function serve(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  trusts: TrustSender,
  refused: Refused,
): void {
  for (const channel of CHANNELS) {
    const refuse = (why: Refusal['why']) => {
      refused(channel, why);
      return err<Refusal>({ kind: 'refused', why });
    };
    // A handler takes what its own channel's decoder gives, which types cannot follow through a loop.
    const handle = handlers[channel] as Handle;
    ipc.handle(channel, async (event, raw: unknown) => {
      if (!trusts(event)) return refuse('sender'); // SECURITY S17
      const argument: unknown = calls[channel].decode(raw);
      return argument === undefined ? refuse('argument') : handle(argument);
    });
  }
}
