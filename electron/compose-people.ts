import { join } from 'node:path';

import type { ConnectionId } from '../shared/domain/connection-id';
import type { NoteFact } from '../shared/domain/ledger-entry';
import { err } from '../shared/result';
import type { Clock } from './clock';
import type { Connections } from './credentials/connections';
import type { ConsumerMap } from './delivery/consumer-map';
import type { InventoryDesk } from './inventory/inventory-desk';
import type { OwnWork } from './inventory/own-work';
import type { TokenNames } from './inventory/token-names';
import type { Announce } from './ipc/announce';
import { openLeaverBook } from './leavers/leaver-book';
import { openLeaverDesk, type LeaverDesk } from './leavers/leaver-desk';
import { openPeople, type People } from './people/people';
import type { PeopleBook } from './people/people-book';

interface Parts {
  readonly userData: string;
  readonly book: PeopleBook;
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly names: TokenNames;
  readonly ownWork: OwnWork;
  readonly consumers: ConsumerMap;
  readonly announce: Announce;
  readonly note: NoteFact;
  readonly clock: Clock;
  readonly randomId: () => string;
}

/** People and leavers, joined to what they are told by. */
export async function composePeople(
  parts: Parts,
): Promise<{ readonly people: People; readonly leavers: LeaverDesk }> {
  const {
    userData,
    book,
    connections,
    inventory,
    names,
    ownWork,
    consumers,
    announce,
    note,
    clock,
    randomId,
  } = parts;
  const people = openPeople({
    book,
    factsOf: connections.factsOf,
    lastOf: inventory.lastOf,
    refOfId: (connection, project, id) => {
      const live = connections.liveOf(connection);
      if (live?.facts.capabilities.deleteBy !== 'id') return undefined;
      const place = { host: live.facts.address, connection, kind: 'project' as const, project };
      return names.of(place, { id, label: '', scope: 'other' }, live.hashKey);
    },
    recover: inventory.recover,
    addAllByHand: inventory.addAllByHand,
    listKeys: (connection, project, signal) => {
      const client = connections.liveOf(connection)?.client;
      return client?.listCheckoutKeys(project, signal) ?? Promise.resolve(err({ kind: 'unauthorized' }));
    },
    listAccounts: (connection, signal) => {
      const client = connections.liveOf(connection)?.client;
      return client?.listAccounts(signal) ?? Promise.resolve(err({ kind: 'unauthorized' }));
    },
    note,
    clock,
    progress: (connection, fraction) => {
      announce('people:progress', { connection, fraction });
    },
  });
  const leavers = openLeaverDesk({
    book: await openLeaverBook(join(userData, 'leavers.json'), ({ connection }) =>
      isDemo(connections, connection),
    ),
    connections: connections.list,
    lastOf: inventory.lastOf,
    ownDeedsOf: ownWork.of,
    personOf: people.personOf,
    keysOf: (connection) => book.of(connection).keys,
    placesOf: (ref) => consumers.of(ref).destinations,
    note,
    clock,
    randomId,
    changed: (all) => {
      announce('leavers:changed', all);
    },
  });
  return { people, leavers };
}

const isDemo = (connections: Connections, connection: ConnectionId) =>
  connections.factsOf(connection)?.isDemo === true;
