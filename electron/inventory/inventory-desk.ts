import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type {
  InventoryBatch,
  InventorySettled,
  InventorySlice,
  SyncFailure,
} from '../../shared/domain/inventory';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import type { RemoteToken } from '../circleci/client';
import type { Clock } from '../clock';
import { oneAtATime } from '../files/one-at-a-time';
import { openDriftDesk, type DriftDesk } from './drift-desk';
import { openFollowing } from './following';
import { openInventoryMemory, sliceOf } from './inventory-memory';
import { look } from './look';
import { openMemorySnapshots } from './memory-snapshots';
import type { OpenConnection } from './open-connection';
import type { OwnWork } from './own-work';
import type { PersonalRegister } from './personal-register';
import { readAgain, withReadings } from './read-again';
import { similarSlugs } from './similar-slugs';
import type { TokenNames } from './token-names';
import type { SaveHow, Snapshot, Snapshots } from './snapshots';
import { openUnderWay } from './under-way';
import { registerEdits, type RegisterEdits } from './register-edits';
import { withRecovered, type RecoveredOf } from './with-recovered';
import { withRegister } from './with-register';

export interface InventoryPorts {
  readonly openOf: (connection: ConnectionId) => OpenConnection | undefined;
  /** Whether the connection's inventory outlives the app: the demo's does not. */
  readonly isRemembered: (connection: ConnectionId) => boolean;
  readonly snapshots: Snapshots;
  readonly register: PersonalRegister;
  readonly ownWork: Pick<OwnWork, 'of' | 'forget'>;
  readonly names?: TokenNames;
  /** The other connections to the same host. */
  readonly othersAt?: (connection: ConnectionId) => readonly ConnectionId[];
  readonly recoveredOf: RecoveredOf;
  readonly clock: Clock;
  readonly heard: (batch: InventoryBatch) => void;
  readonly settled: (end: InventorySettled) => void;
}

/** All inventories: the last look at each connection, and the look under way. */
export interface InventoryDesk extends DriftDesk, RegisterEdits {
  /** Begins to read the last inventory from disk, for when the page will ask. */
  readonly preload: (connection: ConnectionId) => void;
  /** The last inventory as it is now; absent before the first look. */
  readonly lastOf: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  readonly slice: (connection: ConnectionId, from: number, most: number) => Promise<InventorySlice>;
  /** Answers when the look has ended. Batches are heard meanwhile. */
  readonly sync: (connection: ConnectionId) => Promise<Result<null, SyncFailure>>;
  /** Reads some projects of the last look anew; answers when that has ended. Batches are heard meanwhile. */
  readonly retry: (
    connection: ConnectionId,
    projects: readonly ProjectSlug[],
  ) => Promise<Result<null, SyncFailure>>;
  readonly isSyncing: (connection: ConnectionId) => boolean;
  /** Resolves when the look under way, if any, has ended and been kept. */
  readonly stop: (connection: ConnectionId) => Promise<void>;
  /** What the last inventory has of one list at the host: a project's, or the account's own. */
  readonly knownIn: (
    connection: ConnectionId,
    project: ProjectSlug | undefined,
  ) => Promise<readonly TokenRef[]>;
  /** A token as one connection sees it; where it does not, or none is named, as another does. */
  readonly recordOf: (ref: TokenRef, connection?: ConnectionId) => TokenRecord | undefined;
  /** The connections that see a token: one token is one, whoever lists it. */
  readonly seenBy: (ref: TokenRef) => readonly ConnectionId[];
  /** Slugs under which a project may have been known at the last sync, where it is not known as it is called now. */
  readonly formerSlugs: (connection: ConnectionId, project: ProjectSlug) => readonly ProjectSlug[];
  /** Takes a list that was read outside a look, so that what the page shows follows what was done. */
  readonly follow: (
    connection: ConnectionId,
    project: ProjectSlug | undefined,
    rows: readonly RemoteToken[],
  ) => void;
  /** Lays what imported logs tell beside what is known, so that the page shows it at once. */
  readonly recover: (connection: ConnectionId) => Promise<void>;
  /** Changes the last inventory by what a person decided; the page hears of it. */
  readonly change: (connection: ConnectionId, how: (last: Snapshot) => Snapshot) => Promise<void>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

export function openInventoryDesk(ports: InventoryPorts): InventoryDesk {
  const { register, clock, openOf, ownWork } = ports;
  const names = ports.names && { names: ports.names };
  const inMemory = openMemorySnapshots();
  const snapshotsOf = (connection: ConnectionId) =>
    ports.isRemembered(connection) ? ports.snapshots : inMemory;
  const memory = openInventoryMemory((connection) => snapshotsOf(connection).load(connection));
  const underWay = openUnderWay(openOf);
  const inOrder = oneAtATime();
  const saving = oneAtATime();

  const known = (tokens: readonly TokenRecord[]) =>
    tokens.map((token) => withRecovered(token, ports.recoveredOf(token.ref)));
  const heard = (batch: InventoryBatch) => {
    ports.heard({ ...batch, tokens: known(batch.tokens) });
  };

  const settle = async (connection: ConnectionId, found: Snapshot, how: SaveHow, wasStopped = false) => {
    const next = { ...found, tokens: known(found.tokens) };
    const gone = await memory.replace(connection, next);
    const { takenAt, coverage } = next;
    const saved = saving(() => snapshotsOf(connection).save(connection, next, how));
    ports.settled({ connection, takenAt, coverage, gone, wasStopped });
    return (await saved).ok;
  };

  const deletedBy = (connection: ConnectionId) => (ref: TokenRef) => ownWork.of(connection).deleted.has(ref);

  const lookNow = async (open: OpenConnection, signal: AbortSignal): Promise<Result<null, SyncFailure>> => {
    const { id } = open.facts;
    const { client, credential, hashKey, facts: connection } = open;
    const byHand = register.entriesOf(id);
    const now = clock.now();
    const { wait } = clock;
    const wants = { connection, client, credential, hashKey, ...names, byHand, now, heard, wait };
    const looked = await look(await memory.lastOf(id), { ...wants, isOwnDeletion: deletedBy(id) }, signal);
    if (!looked.ok) return err(syncFailure(looked.error));
    const { snapshot, failure } = looked.value;
    // People may have changed the register since the sync began.
    const kept = await inOrder(async () => {
      const registered = withRegister(snapshot, await memory.lastOf(id), register.entriesOf(id));
      return settle(id, registered, 'beside', failure !== undefined);
    });
    if (failure !== undefined) return err(syncFailure(failure));
    return kept ? ok(null) : err({ kind: 'storage' });
  };

  const readAgainNow = async (
    { facts: connection, client, credential, hashKey }: OpenConnection,
    projects: readonly ProjectSlug[],
    signal: AbortSignal,
  ): Promise<Result<null, SyncFailure>> => {
    const before = await memory.lastOf(connection.id);
    if (before === undefined) return ok(null);
    const { now, wait } = clock;
    const wants = { connection, client, credential, hashKey, ...names, now: now(), heard, wait };
    const { readings, failure } = await readAgain(before, projects, wants, signal);
    // What else was changed meanwhile stays.
    const kept = await inOrder(async () => {
      const last = (await memory.lastOf(connection.id)) ?? before;
      return settle(connection.id, withReadings(last, readings, deletedBy(connection.id)), 'in-place');
    });
    if (failure !== undefined) return err(syncFailure(failure));
    return kept ? ok(null) : err({ kind: 'storage' });
  };

  const edit = (connection: ConnectionId, change: (last: Snapshot) => Snapshot) =>
    inOrder(async () => {
      const last = await memory.lastOf(connection);
      if (last === undefined) return;
      const next = change(last);
      const before = new Set(last.tokens);
      const added = next.tokens.filter((token) => !before.has(token));
      const done = last.coverage.projects.length;
      if (added.length > 0) heard({ connection, tokens: added, projects: [], progress: { done, of: done } });
      await settle(connection, next, 'edited');
    });

  const follow = openFollowing({ ...ports, ...names, lastOf: memory.lastOf, edit, deletedBy });

  return {
    preload: (connection) => void memory.lastOf(connection),
    lastOf: memory.lastOf,
    slice: async (connection, from, most) => sliceOf(await memory.lastOf(connection), from, most),
    sync: (connection) => underWay.run(connection, lookNow),
    retry: (connection, projects) =>
      underWay.run(connection, (open, signal) => readAgainNow(open, projects, signal)),
    ...openDriftDesk({
      // Whoever hears that a look has ended may ask what changed before it is kept: it waits for that.
      lastOf: (connection) => saving(() => memory.lastOf(connection)),
      snapshotsOf,
      ownWork,
    }),
    isSyncing: underWay.isRunning,
    stop: underWay.stop,
    knownIn: async (connection, project) => {
      const tokens = (await memory.lastOf(connection))?.tokens ?? [];
      return tokens
        .filter((token) => token.project === project && token.source === 'host')
        .map(({ ref }) => ref);
    },
    recordOf: memory.recordOf,
    seenBy: memory.seenBy,
    formerSlugs: (connection, project) => {
      const last = memory.loadedOf(connection);
      return last === undefined ? [] : similarSlugs(last, project);
    },
    follow,
    recover: (connection) => edit(connection, (last) => ({ ...last, tokens: known(last.tokens) })),
    ...registerEdits({ register, edit, recordOf: memory.recordOf, now: clock.now }),
    change: edit,
    forget: async (connection) => {
      await underWay.stop(connection);
      await inOrder(() => memory.forget(connection));
      await Promise.all([
        snapshotsOf(connection).forget(connection),
        register.forget(connection),
        ownWork.forget(connection),
      ]);
    },
  };
}

const syncFailure = (failure: ApiFailure): SyncFailure =>
  failure.kind === 'cancelled' ? { kind: 'stopped' } : { kind: 'api', failure };
