import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openMemorySnapshots } from '../../../../electron/inventory/memory-snapshots';
import { openSnapshots, type Snapshot, type Snapshots } from '../../../../electron/inventory/snapshots';
import { lookFactsOf } from '../../../../shared/domain/drift-report';
import { expectPrivate } from '../../../support/expect-private';
import { connectionIdOf, daysAgo, refNumber, tokenWith } from '../../../support/token-records';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';

const id = connectionIdOf(1);

const takenOn = (day: number, count = 1): Snapshot => ({
  takenAt: daysAgo(100 - day),
  coverage: { projects: [], personal: { kind: 'read' }, failedSources: [] },
  tokens: Array.from({ length: count }, (_, index) => tokenWith({ ref: refNumber(index), label: '🚀\n' })),
});

async function keep(snapshots: Snapshots, days: readonly number[]): Promise<void> {
  for (const day of days) await snapshots.save(id, takenOn(day, day), 'beside');
}

describe('snapshots on disk', () => {
  test('are kept beside each other, the latest ten, and told of without being read whole', async () => {
    const snapshots = openSnapshots(await tempFolder());
    const days = Array.from({ length: 13 }, (_, index) => index + 1);
    await keep(snapshots, days);
    expect(await snapshots.load(id)).toEqual(takenOn(13, 13));
    expect(await snapshots.older(id)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4].map((day) => lookFactsOf(takenOn(day, day))),
    );
    expect(await snapshots.olderAt(id, takenOn(5).takenAt)).toEqual(takenOn(5, 5));
    expect(await snapshots.olderAt(id, takenOn(1).takenAt)).toBeUndefined();
    expect(await snapshots.olderAt(id, takenOn(13).takenAt)).toBeUndefined();
  });

  test('that are corrected in place keep the ones before as they are', async () => {
    const snapshots = openSnapshots(await tempFolder());
    await keep(snapshots, [1, 2]);
    await snapshots.save(id, takenOn(3, 3), 'in-place');
    expect(await snapshots.older(id)).toEqual([lookFactsOf(takenOn(1, 1))]);
  });

  test('that were edited become older ones as they were looked at', async () => {
    const snapshots = openSnapshots(await tempFolder());
    await snapshots.save(id, takenOn(1, 1), 'edited');
    await keep(snapshots, [1]);
    for (const count of [2, 3]) await snapshots.save(id, takenOn(1, count), 'edited');
    expect(await snapshots.load(id)).toEqual(takenOn(1, 3));
    await keep(snapshots, [2, 3]);
    expect(await snapshots.older(id)).toEqual([2, 1, 1].map((day) => lookFactsOf(takenOn(day, day))));
  });

  test('are for their owner only, and all gone when the connection is forgotten', async () => {
    const folder = await tempFolder();
    const snapshots = openSnapshots(folder);
    await keep(snapshots, [1, 2, 3]);
    await snapshots.save(id, takenOn(3, 3), 'edited');
    const names = await readdir(folder);
    expect(names).toHaveLength(4);
    for (const name of names) await expectPrivate(join(folder, name));
    await snapshots.forget(id);
    expect(await readdir(folder)).toEqual([]);
  });

  test('that were altered count as none', async () => {
    const folder = await tempFolder();
    const snapshots = openSnapshots(folder);
    await keep(snapshots, [1, 2]);
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      await writeFile(join(folder, name), text.replaceAll('"all"', '"status"'));
    }
    expect(await snapshots.load(id)).toBeUndefined();
    expect(await snapshots.olderAt(id, takenOn(1).takenAt)).toBeUndefined();
    expect(await readSetAside(join(folder, `${id}.inventory`))).toHaveLength(1);
  });

  test('in the former form are read still', async () => {
    const folder = await tempFolder();
    const body = JSON.stringify(takenOn(7, 2));
    const digest = createHash('sha256').update(body).digest('hex');
    await writeFile(join(folder, `${id}.inventory`), `rekey inventory 1 ${digest}\n${body}`);
    expect(await openSnapshots(folder).load(id)).toEqual(takenOn(7, 2));
  });

  test('that are very large are kept fewer', async () => {
    const folder = await tempFolder();
    const snapshots = openSnapshots(folder);
    const large = takenOn(1, 90_000);
    for (let look = 0; look < 6; look += 1) await snapshots.save(id, large, 'beside');
    const kept = (await snapshots.older(id)).length;
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(5);
  });
});

test('snapshots in memory are the last three, and nothing is left of them when they are forgotten', async () => {
  const snapshots = openMemorySnapshots();
  expect(await snapshots.load(id)).toBeUndefined();
  await keep(snapshots, [1, 2, 3, 4]);
  await snapshots.save(id, takenOn(5, 5), 'in-place');
  await snapshots.save(id, takenOn(5, 6), 'edited');
  expect(await snapshots.load(id)).toEqual(takenOn(5, 6));
  expect((await snapshots.older(id)).map(({ tokens }) => tokens)).toEqual([3, 2]);
  expect(await snapshots.olderAt(id, takenOn(2).takenAt)).toEqual(takenOn(2, 2));
  await keep(snapshots, [7]);
  expect((await snapshots.older(id)).map(({ tokens }) => tokens)).toEqual([5, 3]);
  await snapshots.forget(id);
  expect(await snapshots.older(id)).toEqual([]);
});
