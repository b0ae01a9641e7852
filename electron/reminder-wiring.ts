import { join } from 'node:path';

import { withoutRepeats } from '../shared/domain/each-once';
import type { Connections } from './credentials/connections';
import type { InventoryDesk } from './inventory/inventory-desk';
import { openReminderFiles } from './reminders/reminder-files';
import { openReminderDesk, type ReminderDesk, type ReminderPorts } from './reminders/reminder-desk';

interface ReminderParts extends Pick<ReminderPorts, 'rules' | 'clock' | 'notifier' | 'showBadge'> {
  readonly userData: string;
  readonly connections: Pick<Connections, 'list' | 'isRemembered'>;
  readonly inventory: Pick<InventoryDesk, 'lastOf' | 'drift'>;
}

/** Reminders, joined to connections, inventories and the files that remember what was told. */
export function openReminders(parts: ReminderParts): Promise<ReminderDesk> {
  const { userData, connections, inventory, ...ports } = parts;
  return openReminderDesk({
    ...ports,
    files: openReminderFiles(join(userData, 'reminders.json'), join(userData, 'reminders-told.json')),
    warnSteps: () => parts.rules().policy.warnSteps,
    isRemembered: connections.isRemembered,
    // A token that two connections see is told of once.
    organisations: async () =>
      withoutRepeats(
        await Promise.all(
          connections.list().map(async ({ id, name }) => {
            const last = await inventory.lastOf(id);
            const look = last && { takenAt: last.takenAt };
            return { connection: id, name, tokens: last?.tokens ?? [], ...look };
          }),
        ),
      ),
    countsSince: async (connection, since) => {
      const drift = await inventory.drift(connection, since);
      return drift.ok ? drift.value.counts : undefined;
    },
  });
}
