import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { parseConnectionId, type ConnectionId } from '../shared/domain/connection-id';
import { heldUntil } from '../shared/domain/host-hold';
import { openClient } from './circleci/open-client';
import { createPacerPool } from './circleci/pacing';
import { composeInventory } from './compose-inventory';
import { composePeople } from './compose-people';
import { composeReports } from './compose-reports';
import { openConnectionBook } from './credentials/connection-book';
import { openConnections } from './credentials/connections';
import { openDiskVault } from './credentials/disk-vault';
import { openMemoryVault } from './credentials/memory-vault';
import { SecretValue } from './credentials/secret-value';
import { openConsumerMap } from './delivery/consumer-map';
import { openDeliveryTargets } from './delivery/delivery-targets';
import { isTargetInUse } from './delivery/target-in-use';
import { removeLeftovers } from './files/beside';
import { followProgress } from './follow-progress';
import { openCoverageDecisions } from './inventory/coverage-decisions';
import { openOwnWork } from './inventory/own-work';
import { openPolicyDesk } from './policy/policy-desk';
import { openPeopleBook } from './people/people-book';
import { localPolicyStore } from './policy/policy-store';
import { openLeaks } from './leak-wiring';
import { openReminders } from './reminder-wiring';
import { openStateProblems } from './state-problems';
import type { Core, Surroundings } from './core';
import { keepLedger } from './keep-ledger';
import { closedJournal, openJournal } from './rotation/journal';
import { notedConnections } from './noted-connections';
import { openRotation } from './rotation-wiring';
import { openTokenNaming } from './token-naming';
import { eachOnce } from '../shared/domain/each-once';
import type { RotationDesk } from './rotation/rotation-desk';

/** Puts the parts together, in the order in which they need each other. */
export async function compose(surroundings: Surroundings): Promise<Core> {
  const { userData, cipher, fetch, clock, announce, confirmNatively, targetStore, showProgress, osUser } =
    surroundings;
  const { notifier, showBadge, printPdf, version } = surroundings;
  await mkdir(userData, { recursive: true, mode: 0o700 });
  const vault = join(userData, 'vault');
  const snapshots = join(userData, 'inventory');
  await Promise.all([userData, vault, snapshots].map(removeLeftovers));
  const naming = await openTokenNaming(userData);
  const pacers = createPacerPool({
    clock,
    random: Math.random,
    held: (address, milliseconds) => {
      announce('host:held', heldUntil(address, milliseconds, clock.now()));
    },
  });

  const onDisk = openDiskVault(vault, cipher);
  const ledger = keepLedger({
    userData,
    vault: onDisk,
    hasKeychain: () => cipher.strength() === 'ready',
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
  const peopleBook = await openPeopleBook(join(userData, 'people.json'), connections.isRemembered);
  const toJoin = { userData, naming, connections, ownWork, peopleBook, clock, announce, noting: ledger };
  const { inventory, names, ownChanges } = await composeInventory({
    ...toJoin,
    settled: (connection) => {
      void reminders.check();
      void leavers.looked(connection);
    },
  });
  for (const { id } of connections.list()) inventory.preload(id);
  const opened = await openJournal(join(userData, 'rotation.journal'));
  const journal = opened.ok ? opened.value : closedJournal;
  const problems = openStateProblems([userData, snapshots], opened.ok ? 'ready' : opened.error, () => {
    announce('state:problems-changed', null);
  });
  const consumers = await openConsumerMap(join(userData, 'consumers.json'));
  const policy = await openPolicyDesk({
    store: localPolicyStore(join(userData, 'policy.json')),
    note,
    now: clock.now,
    randomId,
    digest,
    tokens: async () => {
      const looks = await Promise.all(connections.list().map(({ id }) => inventory.lastOf(id)));
      return eachOnce(looks.flatMap((look) => look?.tokens ?? []));
    },
    nameOf: (id) => connections.factsOf(id)?.name,
    confirmNatively,
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
  const { people, leavers } = await composePeople({
    userData,
    book: peopleBook,
    connections,
    inventory,
    names,
    ownWork: ownChanges,
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
  const rotation: RotationDesk = openRotation({
    connections,
    inventory,
    names,
    currentRef: naming.currentRef,
    targets,
    consumers,
    ownWork,
    journal,
    vaultFolder: vault,
    compared: problems.compared,
    noting: ledger,
    overlapHours: () => policy.rules().policy.overlapHours,
    confirmNatively,
    changed: (run) => {
      announce('rotation:run-changed', run);
      progress.changed();
      void leavers.rotated(run.connection, run.rows);
    },
    clock,
    randomId,
    digest,
  });

  const reports = composeReports({
    connections,
    inventory,
    rotation,
    rules: policy.rules,
    sealed: () => (cipher.strength() === 'ready' ? onDisk : undefined),
    note,
    ledgerHead: ledger.desk.head,
    leaverOf: (leaver) => leavers.list().find(({ id }) => id === leaver),
    printPdf,
    announce,
    osUser,
    version,
    clock,
    randomId,
    digest,
  });

  return {
    connections,
    inventory,
    coverage: openCoverageDecisions({ inventory, connections, rotation, confirmNatively, note, clock }),
    reports,
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
    leaks: openLeaks({
      connections,
      inventory,
      names,
      consumers,
      announce,
      confirmNatively,
      note,
      clock,
      randomId,
    }),
    people,
    leavers,
    problems: problems.all,
    journal: opened.ok ? 'ready' : opened.error,
    ownWork: ownWork.kept,
    close: async () => {
      await reminders.idle();
      await ownWork.idle();
      await leavers.idle();
      await naming.aliases.idle();
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
