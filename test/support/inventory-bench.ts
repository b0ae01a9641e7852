import { join } from 'node:path';

import { SecretValue } from '../../electron/credentials/secret-value';
import type { DemoServer } from '../../electron/demo/demo-server';
import { openInventoryDesk, type InventoryDesk } from '../../electron/inventory/inventory-desk';
import { openOwnWork, type OwnWork } from '../../electron/inventory/own-work';
import { openPersonalRegister } from '../../electron/inventory/personal-register';
import { openSnapshots } from '../../electron/inventory/snapshots';
import type { InventoryBatch, InventorySettled } from '../../shared/domain/inventory';
import { clientOf, hastyClock } from './demo-client';
import { connectionIdOf, NOW } from './token-records';

export const CONNECTION = connectionIdOf(1);

export interface InventoryBench {
  readonly desk: InventoryDesk;
  readonly ownWork: OwnWork;
  readonly batches: InventoryBatch[];
  readonly ends: InventorySettled[];
}

/** The inventory as the app has it, over a server; each look takes place a minute after the one before. */
export async function inventoryBench(
  server: DemoServer,
  folder: string,
  isRemembered = true,
): Promise<InventoryBench> {
  const batches: InventoryBatch[] = [];
  const ends: InventorySettled[] = [];
  const ownWork = await openOwnWork(join(folder, 'own-work.jsonl'), {
    isRemembered: () => isRemembered,
    clock: hastyClock,
  });
  let minutes = 0;
  const clock = { ...hastyClock, now: () => NOW + (minutes += 1) * 60_000 };
  const facts = {
    id: CONNECTION,
    name: 'acme',
    address: server.address,
    login: 'm.roy',
    credential: 'session' as const,
    isDemo: !isRemembered,
    capabilities: {
      product: 'cloud' as const,
      v2: true,
      v3: true,
      personalTokens: 'listed' as const,
      deleteBy: 'id' as const,
      listsCreationDates: true,
    },
  };
  const open = {
    facts,
    client: clientOf(server),
    credential: server.token,
    hashKey: new SecretValue('key'),
  };
  const desk = openInventoryDesk({
    openOf: (id) => (id === CONNECTION ? open : undefined),
    isRemembered: () => isRemembered,
    snapshots: openSnapshots(join(folder, 'inventory')),
    register: await openPersonalRegister(
      join(folder, 'register.json'),
      () => true,
      () => 'f',
    ),
    ownWork,
    recoveredOf: () => undefined,
    clock,
    heard: (batch) => batches.push(batch),
    settled: (end) => ends.push(end),
  });
  return { desk, ownWork, batches, ends };
}
