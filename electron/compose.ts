import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { AppFacts } from '../shared/domain/app-facts';
import type { NoteFact } from '../shared/domain/ledger-entry';
import { parseConnectionId, type ConnectionId } from '../shared/domain/connection-id';
import { packBatch, packSettled } from '../shared/domain/crossing';
import type { FetchPort } from './circleci/fetch-port';
import { openClient } from './circleci/open-client';
import { createPacerPool } from './circleci/pacing';
import type { Clock } from './clock';
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
import { isTargetInUse } from './delivery/target-in-use';
import type { LedgerDesk } from './evidence/ledger-desk';
import { removeLeftovers } from './files/beside';
import { followProgress } from './follow-progress';
import { openInventoryDesk, type InventoryDesk } from './inventory/inventory-desk';
import { openOwnWork } from './inventory/own-work';
import { openPersonalRegister } from './inventory/personal-register';
import { openSnapshots } from './inventory/snapshots';
import type { Announce } from './ipc/announce';
import { openPolicyDesk, type PolicyDesk } from './policy/policy-desk';
import { localPolicyStore } from './policy/policy-store';
import { openLeaks } from './leak-wiring';
import type { LeakDesk } from './leaks/leak-desk';
import { openReminders } from './reminder-wiring';
import type { ReminderDesk, ReminderPorts } from './reminders/reminder-desk';
import { keepLedger } from './keep-ledger';
import { closedJournal, openJournal } from './rotation/journal';
import { notedConnections } from './noted-connections';
import { notedLooks } from './noted-looks';
import type { NativeQuestion } from './rotation/native-question';
import { openRotation } from './rotation-wiring';
import type { RotationDesk } from './rotation/rotation-desk';

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
  /** The user of this computer, as the ledger names whoever did something. */
  readonly osUser: string;
  /** How far all that is under way has come, 0 to 1; nothing when nothing is. */
  readonly showProgress: (fraction: number | undefined) => void;
  /** How a person is told while Rekey is not looked at. */
  readonly notifier: ReminderPorts['notifier'];
  readonly showBadge: (count: number) => void;
}

/** The parts that know of CircleCI, of credentials and of rotation, put together. None of them knows of Electron. */
export interface Core {
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly rotation: RotationDesk;
  readonly policy: PolicyDesk;
  readonly targets: DeliveryTargets;
  readonly consumers: ConsumerMap;
  readonly ledger: LedgerDesk;
  readonly note: NoteFact;
  readonly leaks: LeakDesk;
  readonly reminders: ReminderDesk;
  readonly journal: AppFacts['journal'];
  /** Lets go of the files. Nothing can be asked of the parts after it. */
  readonly close: () => Promise<void>;
}

export async function compose(surroundings: Surroundings): Promise<Core> {
  const { userData, cipher, fetch, clock, announce, confirmNatively, targetStore, showProgress, osUser } =
    surroundings;
  const { notifier, showBadge } = surroundings;
  await mkdir(userData, { recursive: true, mode: 0o700 });
  const vault = join(userData, 'vault');
  const snapshots = join(userData, 'inventory');
  await Promise.all([userData, vault, snapshots].map(removeLeftovers));
  const pacers = createPacerPool({ clock, random: Math.random });

  const onDisk = openDiskVault(vault, cipher);
  const ledger = keepLedger({
    userData,
    vault: onDisk,
    clock,
    announce,
    confirmNatively,
    osUser,
    connectionOf: (id) => connections.factsOf(id),
  });
  const { note } = ledger;

  const bareConnections = openConnections({
    book: await openConnectionBook(join(userData, 'connections.json')),
    onDisk,
    inMemory: openMemoryVault(),
    keychain: cipher.strength,
    clientFor: (address, token) =>
      openClient({ address, token, fetch, pacer: pacers(address), clock, random: Math.random }),
    idOf: connectionIdOf,
    randomKey: () => new SecretValue(randomBytes(32).toString('hex')),
    changed: (all) => {
      announce('connections:changed', all);
      void reminders.check();
    },
  });

  const connections = notedConnections(bareConnections, ledger);

  const ownWork = await openOwnWork(join(userData, 'own-work.jsonl'), {
    isRemembered: connections.isRemembered,
    clock,
  });
  const bareInventory = openInventoryDesk({
    openOf: connections.liveOf,
    isRemembered: connections.isRemembered,
    snapshots: openSnapshots(snapshots),
    register: await openPersonalRegister(join(userData, 'register.json'), connections.isRemembered, randomId),
    ownWork,
    clock,
    heard: (batch) => {
      announce('inventory:batch', packBatch(batch));
    },
    settled: (end) => {
      announce('inventory:settled', packSettled(end));
      void reminders.check();
    },
  });

  const inventory = notedLooks(bareInventory, ledger);
  for (const { id } of connections.list()) inventory.preload(id);
  const opened = await openJournal(join(userData, 'rotation.journal'));
  const journal = opened.ok ? opened.value : closedJournal;
  const consumers = await openConsumerMap(join(userData, 'consumers.json'));
  const policy = await openPolicyDesk({
    store: localPolicyStore(join(userData, 'policy.json')),
    note,
    now: clock.now,
    randomId,
    digest,
    changed: (facts) => {
      announce('policy:changed', facts);
      void reminders.check();
    },
  });
  const reminders = await openReminders({
    userData,
    connections,
    inventory,
    rules: policy.rules,
    clock,
    notifier,
    showBadge,
  });
  const targets = openDeliveryTargets({
    ...targetStore,
    confirmNatively,
    randomId,
    isInUse: (id) => isTargetInUse(rotation.runs(), id),
  });
  const progress = followProgress(() => rotation.runs(), showProgress);
  const rotation: RotationDesk = openRotation({
    connections,
    inventory,
    targets,
    consumers,
    ownWork,
    journal,
    noting: ledger,
    overlapHours: () => policy.rules().policy.overlapHours,
    confirmNatively,
    changed: (run) => {
      announce('rotation:run-changed', run);
      progress.changed();
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
    policy,
    targets,
    consumers,
    ledger: ledger.desk,
    note,
    reminders,
    leaks: openLeaks({ connections, inventory, consumers, announce, note, clock, randomId }),
    journal: opened.ok ? 'ready' : opened.error,
    close: async () => {
      await reminders.idle();
      await ownWork.idle();
      await journal.close();
      await ledger.desk.idle();
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
