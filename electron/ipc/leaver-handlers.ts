import type { Channel } from '../../shared/ipc/channel-names';
import { ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `leavers:${string}`>;

export function leaverHandlers({ leavers }: Pick<Features, 'leavers'>): Pick<Handlers, Channels> {
  return {
    'leavers:list': () => Promise.resolve(ok(leavers.list())),
    'leavers:open': ({ connection, person }) => leavers.open(connection, person),
    'leavers:decide': ({ leaver, items, decision }) => leavers.decide(leaver, items, decision),
    'leavers:sign-off': ({ leaver, by }) => leavers.signOff(leaver, by),
  };
}
