import type { Result } from '../result';
import type { Channel, EventName } from './channel-names';
import type { ArgOf, Refusal, ReplyOf } from './contract';
import type { EventPayloads } from './events';

type Calls = {
  readonly [C in Channel]: (arg: ArgOf<C>) => Promise<ReplyOf<C> | Result<never, Refusal>>;
};

type Listeners = {
  readonly [E in EventName as `on:${E}`]: (heard: (payload: EventPayloads[E]) => void) => () => void;
};

/** The object on `window.bridge`: one function a channel, one a listener, and nothing generic. */
export type Bridge = Calls & Listeners;
