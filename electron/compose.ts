import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { BALANCED } from '../shared/domain/age-policy';
import type { AppFacts } from '../shared/domain/app-facts';
import type { Rules } from '../shared/domain/standing';
import { parseConnectionId, type ConnectionId } from '../shared/domain/connection-id';
import type { NoteFact } from '../shared/domain/ledger-entry';
import { ok } from '../shared/result';
import type { FetchPort } from './circleci/fetch-port';
import { openClient } from './circleci/open-client';
import { createPacerPool } from './circleci/pacing';
import type { Clock } from './clock';
import { composePeople } from './compose-people';
import type { Cipher } from './credentials/cipher';
import { openConnectionBook } from './credentials/connection-book';
import { openConnections, type Connections } from './credentials/connections';
import { openDiskVault } from './credentials/disk-vault';
import { openMemoryVault } from './credentials/memory-vault';
import { SecretValue } from './credentials/secret-value';
import { openConsumerMap, type ConsumerMap } from './delivery/consumer-map';
import {
  openDeliveryTargets,
  type DeliveryTargets,
  type DeliveryTargetsPorts,
} from './delivery/delivery-targets';
import { openSinks } from './delivery/sink-for';
import { spawnCommand } from './delivery/spawn-command';
import { isTargetInUse } from './delivery/target-in-use';
import { openLedger } from './evidence/ledger';
import { followProgress } from './follow-progress';
import { openInventoryDesk, type InventoryDesk } from './inventory/inventory-desk';
import { mayBeOwn } from './inventory/own-credential';
import { openOwnWork } from './inventory/own-work';
import { openPersonalRegister } from './inventory/personal-register';
import { openSnapshots } from './inventory/snapshots';
import { refOf } from './inventory/token-refs';
import type { Announce } from './ipc/announce';
import type { LeaverDesk } from './leavers/leaver-desk';
import type { People } from './people/people';
import { openPeopleBook } from './people/people-book';
import { closedJournal, openJournal } from './rotation/journal';
import type { NativeQuestion } from './rotation/native-question';
import { openRotationDesk, type RotationDesk } from './rotation/rotation-desk';

/** What Rekey is made of, and what of it an Electron app (or a command line, or a test) has to bring. */
export interface Surroundings {
  /** The folder of everything that outlives the app. */
  readonly userData: string;
  readonly cipher: Cipher;
  readonly fetch: FetchPort;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  /** Where the commands and folders that a person set up are kept. */
  readonly targetStore: Pick<DeliveryTargetsPorts, 'all' | 'keep'>;
  /** How far all that is under way has come, 0 to 1; nothing when nothing is. */
  readonly showProgress: (fraction: number | undefined) => void;
}

/** The parts that know of CircleCI, of credentials and of rotation, put together. None of them knows of Electron. */
export interface Core {
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly rotation: RotationDesk;
  readonly targets: DeliveryTargets;
  readonly consumers: ConsumerMap;
  readonly people: People;
  readonly leavers: LeaverDesk;
  readonly journal: AppFacts['journal'];
  /** Lets go of the files. Nothing can be asked of the parts after it. */
  readonly close: () => Promise<void>;
}

export async function compose(surroundings: Surroundings): Promise<Core> {
  const { userData, cipher, fetch, clock, announce, confirmNatively, targetStore, showProgress } =
    surroundings;
  await mkdir(userData, { recursive: true, mode: 0o700 });
  const pacers = createPacerPool({ clock, random: Math.random });

  const connections = openConnections({
    book: await openConnectionBook(join(userData, 'connections.json')),
    onDisk: openDiskVault(join(userData, 'vault'), cipher),
    inMemory: openMemoryVault(),
    keychain: cipher.strength,
    clientFor: (address, token) =>
      openClient({ address, token, fetch, pacer: pacers(address), clock, random: Math.random }),
    idOf: connectionIdOf,
    randomKey: () => new SecretValue(randomBytes(32).toString('hex')),
    changed: (all) => {
      announce('connections:changed', all);
    },
  });

  const ownWork = await openOwnWork(join(userData, 'own-work.jsonl'), {
    isRemembered: connections.isRemembered,
    clock,
  });
  const note: NoteFact = () => Promise.resolve(ok(null));
  const peopleBook = await openPeopleBook(join(userData, 'people.json'), connections.isRemembered);
  const openedInventory = openInventoryDesk({
    openOf: connections.liveOf,
    isRemembered: connections.isRemembered,
    snapshots: openSnapshots(join(userData, 'inventory')),
    register: await openPersonalRegister(join(userData, 'register.json'), connections.isRemembered, randomId),
    ownWork,
    recoveredOf: peopleBook.recoveredOf,
    clock,
    heard: (batch) => {
      announce('inventory:batch', batch);
    },
    settled: (end) => {
      announce('inventory:settled', end);
      void leavers.looked(end.connection);
    },
  });
  const inventory: InventoryDesk = {
    ...openedInventory,
    forget: async (connection) => {
      await openedInventory.forget(connection);
      await peopleBook.forget(connection);
    },
  };

  for (const { id } of connections.list()) inventory.preload(id);
  const opened = await openJournal(join(userData, 'rotation.journal'));
  const journal = opened.ok ? opened.value : closedJournal;
  const consumers = await openConsumerMap(join(userData, 'consumers.json'));
  const ledger = openLedger(join(userData, 'ledger.jsonl'), clock.now);
  const rules = (): Rules => ({ policy: BALANCED, exceptions: [] });
  const { people, leavers } = await composePeople({
    userData,
    book: peopleBook,
    connections,
    inventory,
    ownWork,
    consumers,
    announce,
    note,
    clock,
    randomId,
  });
  const targets = openDeliveryTargets({
    ...targetStore,
    confirmNatively,
    randomId,
    isInUse: (id) => isTargetInUse(rotation.runs(), id),
  });
  const progress = followProgress(() => rotation.runs(), showProgress);
  const rotation: RotationDesk = openRotationDesk({
    clientOf: (id) => connections.liveOf(id)?.client,
    vaultOf: connections.vaultOf,
    connectionOf: connections.factsOf,
    recordOf: inventory.recordOf,
    knownIn: inventory.knownIn,
    refOf: (connection, kind, project, token) => {
      const live = connections.liveOf(connection);
      return live && refOf({ connection, kind, project }, token, live.hashKey);
    },
    mayBeOwn: (connection, rows) => {
      const live = connections.liveOf(connection);
      return live === undefined ? new Set(rows) : mayBeOwn(rows, live.credential);
    },
    confirmNatively,
    changed: (run) => {
      announce('rotation:run-changed', run);
      progress.changed();
      void leavers.rotated(run.connection, run.rows);
    },
    listRead: inventory.follow,
    noteDeed: ownWork.note,
    beforeRun: inventory.stop,
    sinkFor: openSinks({
      targetOf: targets.find,
      runCommand: spawnCommand({ environment: process.env, home: homedir(), graceMilliseconds: 2_000 }),
      now: clock.now,
      random: randomId,
      switchTo: connections.switchTo,
      worksWith: connections.worksWith,
    }),
    consumers,
    ledger: {
      append: (kind, { ref: token, label, project }, reason) =>
        ledger.append({ kind, token, label, reason, ...(project !== undefined && { project }) }),
    },
    overlapHours: () => rules().policy.overlapHours,
    journal: {
      ...journal,
      // The journal can tell of a deed again until it is remembered elsewhere.
      compact: async (records) => {
        await ownWork.idle();
        return journal.compact(records);
      },
    },
    clock,
    randomId,
    digest,
  });

  return {
    connections,
    inventory,
    rotation: {
      ...rotation,
      deleteNow: (rows, typed) => progress.whileDeleting(rows, () => rotation.deleteNow(rows, typed)),
    },
    targets,
    consumers,
    people,
    leavers,
    journal: opened.ok ? 'ready' : opened.error,
    close: async () => {
      await ownWork.idle();
      await leavers.idle();
      await journal.close();
    },
  };
}

const randomId = () => randomBytes(16).toString('hex');

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function connectionIdOf(address: string, login: string): ConnectionId {
  const id = parseConnectionId(`con_${digest(JSON.stringify([address, login])).slice(0, 16)}`);
  if (id === undefined) throw new Error('a digest is always an id');
  return id;
}
