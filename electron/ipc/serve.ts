import type { IpcMain, IpcMainInvokeEvent } from 'electron';

import { CHANNELS, type Channel } from '../../shared/ipc/channel-names';
import type { ArgOf, Refusal, ReplyOf } from '../../shared/ipc/contract';
import type { Decode } from '../../shared/ipc/decode';
import { err } from '../../shared/result';

/** One handler a channel: forget one, or invent one, and this object no longer type-checks. */
export type Handlers = {
  readonly [C in Channel]: (argument: ArgOf<C>) => Promise<ReplyOf<C>>;
};

/** What answers the calls of the page: for each channel, what takes its argument apart and what is done with it. */
export interface Answers {
  readonly calls: { readonly [C in Channel]: { readonly decode: Decode<ArgOf<C>> } };
  readonly handlers: Handlers;
}

type TrustSender = (event: Pick<IpcMainInvokeEvent, 'senderFrame'>) => boolean;
type Refused = (channel: Channel, why: Refusal['why']) => void;

type Handle = (argument: unknown) => Promise<unknown>;

/**
 * Puts every channel behind the same two gates: who is calling, and with what. The first stands at once; who passes it waits
 * for the answers, which may still be put together.
 */
export function serve(
  ipc: Pick<IpcMain, 'handle'>,
  answers: Promise<Answers>,
  trusts: TrustSender,
  refused: Refused,
): void {
  for (const channel of CHANNELS) {
    const refuse = (why: Refusal['why']) => {
      refused(channel, why);
      return err<Refusal>({ kind: 'refused', why });
    };
    ipc.handle(channel, async (event, raw: unknown) => {
      if (!trusts(event)) return refuse('sender'); // SECURITY S17
      const { calls, handlers } = await answers;
      const argument: unknown = calls[channel].decode(raw);
      // A handler takes what its own channel's decoder gives, which types cannot follow through a loop.
      const handle = handlers[channel] as Handle;
      return argument === undefined ? refuse('argument') : handle(argument);
    });
  }
}
