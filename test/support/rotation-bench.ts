import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { CircleCiClient, RemoteToken } from '../../electron/circleci/client';
import type { FetchPort } from '../../electron/circleci/fetch-port';
import type { Clock } from '../../electron/clock';
import { openMemoryVault } from '../../electron/credentials/memory-vault';
import { SecretValue } from '../../electron/credentials/secret-value';
import type { Vault } from '../../electron/credentials/vault';
import { openConsumerMap } from '../../electron/delivery/consumer-map';
import { openSinks } from '../../electron/delivery/sink-for';
import { spawnCommand } from '../../electron/delivery/spawn-command';
import type { DemoServer } from '../../electron/demo/demo-server';
import { isValueOf, mayBeOwn } from '../../electron/inventory/own-credential';
import { recordsOf } from '../../electron/inventory/token-records';
import { refOf } from '../../electron/inventory/token-refs';
import { closedJournal, openJournal, type Journal } from '../../electron/rotation/journal';
import { openRotationDesk, type RotationDesk } from '../../electron/rotation/rotation-desk';
import type { RotationPorts } from '../../electron/rotation/rotation-ports';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { parseProjectSlug } from '../../shared/domain/project-slug';
import { confirmationOf, type RotationPlan } from '../../shared/domain/rotation-plan';
import { deletionWords, type RowId, type RunRow } from '../../shared/domain/rotation-run';
import type { TokenKind, TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok } from '../../shared/result';
import { clientOf, hastyClock } from './demo-client';
import { by, ledgerAt } from './ledgers';
import { connectionIdOf, must, NOW } from './token-records';
import { valueOf } from './value-of';

export const CONNECTION = connectionIdOf(1);
const hashKey = new SecretValue('key');
const HOST = 'https://circleci.com';

/** A desk over the real client, the real journal and the demo server, which can be left and opened anew over the same files. */
export interface RotationBench {
  /** What the person saw: every token of the account, its own personal ones last. */
  readonly records: ReadonlyMap<TokenRef, TokenRecord>;
  readonly vault: Vault;
  /** The places outside CircleCI that the person has set up. */
  readonly targets: DeliveryTarget[];
  /** The token that the connection works with, which a rotation may change. */
  readonly credential: () => SecretValue;
  /** Has the connection work with another token, as a person who types it does. */
  readonly reconnect: (token: SecretValue) => void;
  readonly client: () => CircleCiClient;
  readonly refFor: (kind: TokenKind, project: ProjectSlug | undefined, token: RemoteToken) => TokenRef;
  readonly openDesk: (over?: Partial<RotationPorts>) => Promise<RotationDesk>;
  /** Lets go of the files of every desk that was opened. */
  readonly close: () => Promise<void>;
}

/** The demo server, however it is reached. */
type Host = Pick<DemoServer, 'address' | 'token' | 'state'>;

/** How the host is reached, where that is not by Node's own fetch and at once. */
export interface Reach {
  readonly clock: Clock;
  readonly connect?: () => FetchPort;
}

export async function rotationBench(
  server: Host,
  folder: string,
  { clock, connect }: Reach = { clock: hastyClock },
): Promise<RotationBench> {
  const clientWith = (token: SecretValue) => clientOf(server, token, clock, connect?.());

  const vault = sealedLooking(openMemoryVault());
  const records = await readRecords(server, clientWith(server.token));
  const targets: DeliveryTarget[] = [];
  const opens: Journal[] = [];
  let credential = server.token;
  let client = clientWith(server.token);
  const ledger = ledgerAt(join(folder, 'ledger.jsonl'));
  const openOwn = async (): Promise<Journal> => {
    const opened = await openJournal(join(folder, 'rotation.journal'));
    const journal = opened.ok ? opened.value : closedJournal;
    opens.push(journal);
    return journal;
  };
  const madeFor = new Map<TokenRef, RowId>();
  let ids = 0;
  const randomId = () => (ids += 1).toString(16).padStart(32, '0');
  return {
    records,
    vault,
    targets,
    credential: () => credential,
    reconnect: (token) => {
      client = clientWith(token);
      credential = token;
    },
    client: () => client,
    refFor: (kind, project, token) =>
      must(refOf({ host: HOST, connection: CONNECTION, kind, project }, token, hashKey)),
    close: async () => {
      await Promise.all(opens.splice(0).map((journal) => journal.close()));
      await ledger.idle();
    },
    openDesk: async (over = {}) => {
      const journal = over.journal ?? (await openOwn());
      return openRotationDesk({
        clientOf: () => client,
        vaultOf: () => vault,
        connectionOf: () => factsOf(server),
        knownIn: (_connection, project) =>
          Promise.resolve(
            [...records.values()].filter((one) => one.project === project).map(({ ref }) => ref),
          ),
        recordOf: (ref) => records.get(ref),
        refOf: (connection, kind, project, token) =>
          refOf({ host: HOST, connection, kind, project }, token, hashKey),
        mayBeOwn: (_connection, rows) => mayBeOwn(rows, credential),
        isValueOf,
        sinkFor: openSinks({
          targetOf: (id) => targets.find((target) => target.id === id),
          runCommand: spawnCommand({ environment: process.env, home: folder, graceMilliseconds: 100 }),
          now: () => NOW,
          random: randomId,
          switchTo: async (_connection, value) => {
            const next = clientWith(value);
            const listed = await next.listPersonalTokens();
            if (!listed.ok) return listed;
            client = next;
            credential = value;
            return ok(null);
          },
          worksWith: async (_connection, value) => {
            if (!credential.equals(value)) return ok(false);
            const listed = await client.listPersonalTokens();
            return listed.ok ? ok(true) : err(listed.error);
          },
        }),
        consumers: over.consumers ?? (await openConsumerMap(join(folder, 'consumers.json'))),
        ledger: {
          note: (fact) => ledger.note(by(fact)),
          noteSoon: (fact, _connection, at) => {
            ledger.noteSoon({ ...by(fact), ...(at !== undefined && { at }) });
          },
        },
        overlapHours: () => 0,
        confirmNatively: () => Promise.resolve(true),
        changed: () => undefined,
        listRead: () => undefined,
        noteDeed: (_connection, { ref, row }) => {
          if (row !== undefined) madeFor.set(ref, row);
        },
        madeFor: (ref) => madeFor.get(ref),
        beforeRun: () => Promise.resolve(),
        journal,
        clock,
        randomId,
        digest: (text) => createHash('sha256').update(text).digest('hex'),
        ...over,
      });
    },
  };
}

const factsOf = ({ address, state }: Host): ConnectionFacts => ({
  id: CONNECTION,
  name: 'acme',
  address,
  login: 'm.roy',
  credential: 'keychain',
  isDemo: false,
  capabilities: {
    product: state.profile === 'server-2' ? 'server-2' : 'cloud',
    v2: state.profile !== 'server-2',
    v3: state.profile !== 'server-2',
    personalTokens: state.profile === 'cloud' ? 'by-hand' : 'listed',
    deleteBy: state.profile === 'server-2' ? 'value' : 'id',
    listsCreationDates: true,
  },
});

/** The test has no keychain, and what is tested is not the cipher: this vault outlives the desk as a disk would. */
const sealedLooking = (vault: Vault): Vault => ({ ...vault, keeps: 'sealed-on-disk' });

async function readRecords(
  server: Host,
  client: CircleCiClient,
): Promise<ReadonlyMap<TokenRef, TokenRecord>> {
  const records = new Map<TokenRef, TokenRecord>();
  const take = (kind: TokenKind, project: ProjectSlug | undefined, rows: readonly RemoteToken[]) => {
    const own = kind === 'personal' ? mayBeOwn(rows, server.token) : new Set<RemoteToken>();
    const place = { host: HOST, connection: CONNECTION, kind, project };
    const context = { place, mayBeOwn: own, hashKey, firstSeen: () => undefined, now: NOW };
    for (const record of recordsOf(rows, context)) records.set(record.ref, record);
  };
  for (const { slug, isForbidden } of server.state.projects) {
    if (isForbidden) continue;
    const project = must(parseProjectSlug(slug));
    take('project', project, valueOf(await client.listProjectTokens(project)));
  }
  const personal = await client.listPersonalTokens();
  if (personal.ok) take('personal', undefined, personal.value);
  return records;
}

/** Plans the first `count` tokens, each delivered to a variable of its own project unless `toTray`. */
export async function planFirst(
  bench: RotationBench,
  desk: RotationDesk,
  count: number,
  toTray = false,
): Promise<RotationPlan> {
  const refs = [...bench.records.keys()].slice(0, count);
  let plan = valueOf(await desk.plan(CONNECTION, refs));
  for (const [index, { ref, project }] of plan.rows.entries()) {
    if (toTray || project === undefined) continue;
    const destinations = [
      { kind: 'project-variable' as const, project, variable: `ROTATED_${String(index)}` },
    ];
    plan = valueOf(desk.choose(plan.id, { row: { ref, destinations } }));
  }
  return plan;
}

export const confirmed = (desk: RotationDesk, plan: RotationPlan) =>
  desk.confirm(plan.id, plan.hash, confirmationOf(plan));

/** Deletes all old tokens that wait for it, typed and agreed to. */
export const deleteAllOld = (desk: RotationDesk) => {
  const waiting = rowsOf(desk).filter(({ step }) => step === 'retiring');
  return desk.deleteNow(
    waiting.map(({ id }) => id),
    deletionWords('acme', waiting),
  );
};

export const rowsOf = (desk: RotationDesk): readonly RunRow[] => desk.runs().flatMap(({ rows }) => rows);
