import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { ConnectionId } from '../shared/domain/connection-id';
import { packBatch, packSettled } from '../shared/domain/crossing';
import type { Clock } from './clock';
import type { Connections } from './credentials/connections';
import { othersAt } from './credentials/others-at';
import { openInventoryDesk, type InventoryDesk } from './inventory/inventory-desk';
import type { OwnWork } from './inventory/own-work';
import { ownWorkAtHost } from './inventory/own-work-at-host';
import { openPersonalRegister } from './inventory/personal-register';
import { openSnapshots } from './inventory/snapshots';
import type { TokenNames } from './inventory/token-names';
import type { Announce } from './ipc/announce';
import type { Noting } from './note-facts';
import { notedLooks } from './noted-looks';
import type { PeopleBook } from './people/people-book';
import type { TokenNaming } from './token-naming';

interface Parts {
  readonly userData: string;
  readonly naming: TokenNaming;
  readonly connections: Connections;
  readonly ownWork: OwnWork;
  readonly peopleBook: PeopleBook;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly noting: Noting;
  /** Called when a sync has ended. */
  readonly settled: (connection: ConnectionId) => void;
}

/** The inventory, joined to connections, to the names of tokens, and to those who are notified of a sync. */
export async function composeInventory(parts: Parts): Promise<{
  readonly inventory: InventoryDesk;
  readonly names: TokenNames;
  /** What Rekey did, by any connection to the host of the one that is asked for. */
  readonly ownChanges: OwnWork;
}> {
  const { userData, naming, connections, ownWork, peopleBook, clock, announce } = parts;
  const others = (connection: ConnectionId) => othersAt(connections, connection);
  const ownChanges = { ...ownWork, of: ownWorkAtHost(ownWork, others) };
  const names = naming.namesOver(
    () => connections,
    () => opened,
  );
  const register = join(userData, 'register.json');
  const opened: InventoryDesk = openInventoryDesk({
    openOf: connections.liveOf,
    names,
    othersAt: others,
    isRemembered: connections.isRemembered,
    snapshots: openSnapshots(join(userData, 'inventory')),
    register: await openPersonalRegister(register, connections.isRemembered, randomId),
    ownWork: ownChanges,
    recoveredOf: peopleBook.recoveredOf,
    clock,
    heard: (batch) => {
      announce('inventory:batch', packBatch(batch));
    },
    settled: (end) => {
      void naming.aliases.idle();
      announce('inventory:settled', packSettled(end));
      parts.settled(end.connection);
    },
  });
  const bare: InventoryDesk = {
    ...opened,
    forget: async (connection) => {
      await opened.forget(connection);
      await peopleBook.forget(connection);
    },
  };
  return { inventory: notedLooks(bare, parts.noting), names, ownChanges };
}

const randomId = () => randomBytes(16).toString('hex');
