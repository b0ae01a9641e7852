import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { besideOf } from '../../../../electron/files/beside';
import { openSnapshots, type Snapshot } from '../../../../electron/inventory/snapshots';
import { err } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, NOW, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const acme = connectionIdOf(1);
const newest = `${acme}.inventory`;

const snapshotAt = (takenAt: number): Snapshot => ({
  takenAt,
  coverage: { projects: [], personal: { kind: 'read' }, failedSources: [] },
  tokens: [tokenWith({ label: `seen at ${String(takenAt)}` })],
});

async function setUp() {
  const folder = join(await tempFolder(), 'inventory');
  const snapshots = openSnapshots(folder);
  const save = async (at: number) => valueOf(await snapshots.save(acme, snapshotAt(at), 'beside'));
  return { folder, snapshots, save };
}

test('what was saved is loaded as it was, and is for its owner only', async () => {
  const { folder, snapshots, save } = await setUp();
  expect(await snapshots.load(acme)).toBeUndefined();
  await save(NOW);
  expect(await snapshots.load(acme)).toEqual(snapshotAt(NOW));
  await expectPrivate(join(folder, newest));
});

test.each<[string, (text: string) => string]>([
  ['has another byte in it', (text) => text.replace('seen', 'Seen')],
  ['breaks off', (text) => text.slice(0, -1)],
  ['goes on', (text) => `${text} `],
  ['is of another format', (text) => text.replace(/^rekey inventory \d/, 'rekey inventory 9')],
  ['is empty', () => ''],
  ['is one line', () => '{}'],
])('one that %s is set aside whole, counts as none, and does not stand in the way', async (_what, damage) => {
  const { folder, snapshots, save } = await setUp();
  await save(1);
  await save(2);
  const path = join(folder, newest);
  const damaged = damage(await readFile(path, 'utf8'));
  await writeFile(path, damaged);
  expect(await snapshots.load(acme)).toBeUndefined();
  expect(await readSetAside(path)).toEqual([damaged]);
  expect(await snapshots.olderAt(acme, 1)).toEqual(snapshotAt(1));
  await save(3);
  expect(await snapshots.load(acme)).toEqual(snapshotAt(3));
});

test('what is forgotten leaves no file, and what cannot be written says so', async () => {
  const { folder, snapshots, save } = await setUp();
  for (const at of [1, 2, 3]) await save(at);
  await writeFile(join(folder, newest), 'damaged');
  await snapshots.load(acme);
  await writeFile(besideOf(join(folder, newest)), 'half of one, from before a crash');
  const anothers = `${connectionIdOf(2)}.inventory`;
  await writeFile(join(folder, anothers), '');
  await snapshots.forget(acme);
  expect(await readdir(folder)).toEqual([anothers]);
  const blocked = join(folder, 'a file');
  await writeFile(blocked, '');
  expect(await openSnapshots(blocked).save(acme, snapshotAt(1), 'beside')).toEqual(err('disk'));
});
