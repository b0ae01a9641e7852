import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CircleCiClient } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { openInventoryDesk } from '../../../../electron/inventory/inventory-desk';
import { openPersonalRegister } from '../../../../electron/inventory/personal-register';
import { openOwnWork } from '../../../../electron/inventory/own-work';
import { openSnapshots } from '../../../../electron/inventory/snapshots';
import type { ConnectionId } from '../../../../shared/domain/connection-id';
import type { InventoryBatch, InventorySettled } from '../../../../shared/domain/inventory';
import { err, ok } from '../../../../shared/result';
import { clientWith } from '../../../support/client-with';
import { connectionFacts } from '../../../support/connection-facts';
import { hastyClock } from '../../../support/demo-client';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, must, slugOf } from '../../../support/token-records';
import { discovered } from '../../../support/discovered';
import { valueOf } from '../../../support/value-of';

const [acme, demo] = [connectionIdOf(1), connectionIdOf(2)];
const api = slugOf('gh/acme/api');
const laptop = { label: 'laptop', owner: 'm.roy' };

const oneToken: Partial<CircleCiClient> = {
  discoverProjects: () =>
    Promise.resolve(ok(discovered({ projects: [{ slug: api, reportedBy: ['v1.1-projects'] }] }))),
  listProjectTokens: () => Promise.resolve(ok([{ id: 'a', label: 'deploy bot', scope: 'all' }])),
};

interface Told {
  readonly folder?: string;
  readonly client?: Partial<CircleCiClient>;
  /** Who hears at once that a look has ended. */
  readonly settled?: () => void;
}

/** A desk over real files, with a host that lists no personal tokens. */
async function deskIn({ folder, client = oneToken, settled }: Told = {}) {
  const root = folder ?? (await tempFolder());
  const isRemembered = (connection: ConnectionId) => connection !== demo;
  const batches: InventoryBatch[] = [];
  const ends: InventorySettled[] = [];
  let last = 0;
  const desk = openInventoryDesk({
    openOf: (id) => ({
      facts: connectionFacts({ id }),
      client: clientWith(client),
      credential: new SecretValue('x'.repeat(40)),
      hashKey: new SecretValue('key'),
    }),
    isRemembered,
    snapshots: openSnapshots(join(root, 'inventory')),
    register: await openPersonalRegister(join(root, 'register.json'), isRemembered, () =>
      String((last += 1)),
    ),
    ownWork: await openOwnWork(join(root, 'own-work.jsonl'), { isRemembered, clock: hastyClock }),
    recoveredOf: () => undefined,
    clock: hastyClock,
    heard: (batch) => batches.push(batch),
    settled: (end) => {
      ends.push(end);
      settled?.();
    },
  });
  const labels = async (connection = acme) =>
    (await desk.slice(connection, 0, 100)).tokens.map(({ label }) => label);
  return { desk, root, batches, ends, labels };
}

test('what changed can be asked as soon as a look has ended, though the look is still being kept', async () => {
  const labels = ['deploy bot'];
  const asked: Promise<readonly string[]>[] = [];
  const { desk } = await deskIn({
    client: {
      ...oneToken,
      listProjectTokens: () =>
        Promise.resolve(ok(labels.map((label) => ({ id: label, label, scope: 'all' as const })))),
    },
    settled: () => {
      asked.push(desk.drift(acme).then((report) => (report.ok ? report.value.changedRefs : ['nothing'])));
    },
  });
  valueOf(await desk.sync(acme));
  labels.push('brand new');
  valueOf(await desk.sync(acme));
  const added = (await desk.slice(acme, 0, 100)).tokens.find(({ label }) => label === 'brand new');
  expect(await Promise.all(asked)).toEqual([['nothing'], [must(added).ref]]);
});

describe('a personal token that is entered by hand', () => {
  test('is told to the page, and stands in the inventory at once and after the next look', async () => {
    const { desk, labels, batches } = await deskIn();
    valueOf(await desk.sync(acme));
    const added = valueOf(await desk.addByHand(acme, laptop));
    expect(batches.at(-1)?.tokens).toEqual([added]);
    expect(desk.recordOf(added.ref)).toEqual(added);
    expect(await labels()).toEqual(['deploy bot', 'laptop']);
    valueOf(await desk.sync(acme));
    expect((await labels()).sort()).toEqual(['deploy bot', 'laptop']);
  });

  test('is there again when the app is', async () => {
    const { desk, root } = await deskIn();
    valueOf(await desk.sync(acme));
    valueOf(await desk.addByHand(acme, laptop));
    expect(await (await deskIn({ folder: root })).labels()).toEqual(['deploy bot', 'laptop']);
  });

  test('is gone once it is removed, and the page hears of it', async () => {
    const { desk, labels, ends } = await deskIn();
    valueOf(await desk.sync(acme));
    const { ref } = valueOf(await desk.addByHand(acme, laptop));
    expect(await desk.removeByHand(acme, ref)).toEqual(ok(null));
    expect(ends.at(-1)).toMatchObject({ connection: acme, gone: [ref], wasStopped: false });
    expect(desk.recordOf(ref)).toBeUndefined();
    expect(await labels()).toEqual(['deploy bot']);
    expect(await desk.removeByHand(acme, ref)).toEqual(err('no-such-entry'));
  });

  test('while a look is under way is in the inventory that the look leaves, or out of it if it was removed', async () => {
    let begun: () => void = () => undefined;
    let go: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const mayGo = new Promise<void>((resolve) => (go = resolve));
    let looks = 0;
    const { desk, labels } = await deskIn({
      client: {
        ...oneToken,
        listProjectTokens: async (...given) => {
          looks += 1;
          if (looks === 2) {
            begun();
            await mayGo;
          }
          return must(oneToken.listProjectTokens)(...given);
        },
      },
    });
    valueOf(await desk.sync(acme));
    const { ref } = valueOf(await desk.addByHand(acme, laptop));
    const second = desk.sync(acme);
    await hasBegun;
    valueOf(await desk.addByHand(acme, { ...laptop, label: 'desk' }));
    valueOf(await desk.removeByHand(acme, ref));
    go();
    valueOf(await second);
    expect((await labels()).sort()).toEqual(['deploy bot', 'desk']);
  });
});

test('a connection that is forgotten leaves nothing, in memory or on disk', async () => {
  const { desk, root, labels } = await deskIn();
  valueOf(await desk.sync(acme));
  const { ref } = valueOf(await desk.addByHand(acme, laptop));
  await desk.forget(acme);
  expect(await labels()).toEqual([]);
  expect(desk.recordOf(ref)).toBeUndefined();
  expect(await readdir(join(root, 'inventory'))).toEqual([]);
  expect(await (await deskIn({ folder: root })).labels()).toEqual([]);
  valueOf(await desk.sync(acme));
  expect(await labels()).toEqual(['deploy bot']);
});

test('of the demo nothing is written', async () => {
  const { desk, root, labels } = await deskIn();
  valueOf(await desk.sync(demo));
  valueOf(await desk.addByHand(demo, laptop));
  expect(await labels(demo)).toEqual(['deploy bot', 'laptop']);
  expect(await readdir(root)).not.toContain('inventory');
  expect(await (await deskIn({ folder: root })).labels(demo)).toEqual([]);
});

test('a second look at a connection is refused while one is under way', async () => {
  const { desk } = await deskIn();
  const first = desk.sync(acme);
  expect(await desk.sync(acme)).toEqual(err({ kind: 'busy' }));
  expect(await first).toEqual(ok(null));
});
