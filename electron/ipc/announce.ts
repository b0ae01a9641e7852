import type { WebContents } from 'electron';

import type { EventName } from '../../shared/ipc/channel-names';
import type { EventPayloads } from '../../shared/ipc/events';

/** Tells the page of something. What is said while there is no page is not kept: the page asks when it comes up. */
export type Announce = <E extends EventName>(event: E, payload: EventPayloads[E]) => void;

export function announceTo(page: () => Pick<WebContents, 'send' | 'isDestroyed'> | undefined): Announce {
  return (event, payload) => {
    const contents = page();
    if (contents !== undefined && !contents.isDestroyed()) contents.send(event, payload);
  };
}
