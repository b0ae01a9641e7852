import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { RemoteToken } from '../../electron/circleci/client';
import { openMemoryVault } from '../../electron/credentials/memory-vault';
import { SecretValue } from '../../electron/credentials/secret-value';
import type { Vault } from '../../electron/credentials/vault';
import { sinkFor } from '../../electron/delivery/sink-for';
import type { DemoServer } from '../../electron/demo/demo-server';
import { recordsOf } from '../../electron/inventory/token-records';
import { refOf } from '../../electron/inventory/token-refs';
import { closedJournal, openJournal, type Journal } from '../../electron/rotation/journal';
import { openRotationDesk, type RotationDesk } from '../../electron/rotation/rotation-desk';
import type { RotationPorts } from '../../electron/rotation/rotation-ports';
import type { ConnectionFacts } from '../../shared/domain/connection';
import { parseProjectSlug } from '../../shared/domain/project-slug';
import type { RotationPlan } from '../../shared/domain/rotation-plan';
import { confirmationOf } from '../../shared/domain/rotation-plan';
import type { RunRow } from '../../shared/domain/rotation-run';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Result } from '../../shared/result';
import { clientOf, hastyClock } from './demo-client';
import { connectionIdOf, must, NOW } from './token-records';

export const CONNECTION = connectionIdOf(1);
const hashKey = new SecretValue('key');

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected to succeed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A desk over the real client, the real journal and the demo server, which can be left and opened anew over the same files. */
export interface RotationBench {
  readonly records: ReadonlyMap<TokenRef, TokenRecord>;
  readonly vault: Vault;
  readonly openDesk: (over?: Partial<RotationPorts>) => Promise<RotationDesk>;
}

export async function rotationBench(server: DemoServer, folder: string): Promise<RotationBench> {
  const client = clientOf(server);
  const vault = sealedLooking(openMemoryVault());
  const records = await readRecords(server);
  const opens: Journal[] = [];
  onTestFinished(() => Promise.all(opens.map((journal) => journal.close())).then(() => undefined));
  let ids = 0;
  const randomId = () => (ids += 1).toString(16).padStart(32, '0');
  const facts: ConnectionFacts = {
    id: CONNECTION,
    name: 'acme',
    address: server.address,
    login: 'm.roy',
    credential: 'keychain',
    isDemo: false,
    capabilities: {
      product: 'cloud',
      v2: true,
      v3: true,
      personalTokens: 'listed',
      deleteBy: 'id',
      listsCreationDates: true,
    },
  };
  return {
    records,
    vault,
    openDesk: async (over = {}) => {
      const opened = await openJournal(join(folder, 'rotation.journal'));
      const journal: Journal = opened.ok ? opened.value : closedJournal;
      opens.push(journal);
      return openRotationDesk({
        clientOf: () => client,
        vaultOf: () => vault,
        connectionOf: () => facts,
        recordOf: (ref) => records.get(ref),
        refOf: (connection, kind, project, token) => refOf({ connection, kind, project }, token, hashKey),
        sinkFor,
        confirmNatively: () => Promise.resolve(true),
        changed: () => undefined,
        listRead: () => undefined,
        beforeRun: () => Promise.resolve(),
        journal,
        clock: hastyClock,
        randomId,
        digest: (text) => createHash('sha256').update(text).digest('hex'),
        ...over,
      });
    },
  };
}

/** The test has no keychain, and what is tested is not the cipher: this vault outlives the desk as a disk would. */
const sealedLooking = (vault: Vault): Vault => ({ ...vault, keeps: 'sealed-on-disk' });

async function readRecords(server: DemoServer): Promise<ReadonlyMap<TokenRef, TokenRecord>> {
  const client = clientOf(server);
  const records = new Map<TokenRef, TokenRecord>();
  for (const { slug, isForbidden } of server.state.projects) {
    if (isForbidden) continue;
    const project = must(parseProjectSlug(slug));
    const rows: readonly RemoteToken[] = valueOf(await client.listProjectTokens(project));
    const place = { connection: CONNECTION, kind: 'project' as const, project };
    for (const record of recordsOf(rows, {
      place,
      mayBeOwn: new Set(),
      hashKey,
      firstSeen: () => undefined,
      now: NOW,
    })) {
      records.set(record.ref, record);
    }
  }
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

export const rowsOf = (desk: RotationDesk): readonly RunRow[] => desk.runs().flatMap(({ rows }) => rows);
