import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `reminders:${string}`>;

export function reminderHandlers({ reminders }: Pick<Features, 'reminders'>): Pick<Handlers, Channels> {
  return {
    'reminders:settings': () => Promise.resolve(ok(reminders.settings())),
    'reminders:change': async (settings) => {
      const changed = await reminders.change(settings);
      return changed.ok ? changed : err({ kind: changed.error });
    },
    'reminders:test': () => {
      const shown = reminders.test();
      return Promise.resolve(shown.ok ? shown : err({ kind: shown.error }));
    },
    'reminders:since': async () => ok((await reminders.since()) ?? null),
  };
}
