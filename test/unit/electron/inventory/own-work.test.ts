import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openOwnWork } from '../../../../electron/inventory/own-work';
import { hastyClock } from '../../../support/demo-client';
import { connectionIdOf, refNumber } from '../../../support/token-records';
import { tempFolder } from '../../../support/temp-folder';

const [one, two] = [connectionIdOf(1), connectionIdOf(2)];
const made = (number: number) => ({ ref: refNumber(number), deed: 'made' as const });
const deleted = (number: number) => ({ ref: refNumber(number), deed: 'deleted' as const });
const openedAt = (file: string, isRemembered = true) =>
  openOwnWork(file, { isRemembered: () => isRemembered, clock: hastyClock });
const path = async () => join(await tempFolder(), 'own-work.jsonl');

test('what Rekey made and deleted is known at once, and after a restart', async () => {
  const file = await path();
  const work = await openedAt(file);
  work.note(one, made(1));
  work.note(one, deleted(2));
  work.note(two, made(3));
  const known = { made: new Set([refNumber(1)]), deleted: new Set([refNumber(2)]) };
  expect(work.of(one)).toEqual(known);
  await work.idle();
  const again = await openedAt(file);
  expect(again.kept).toBe('whole');
  expect(again.of(one)).toEqual(known);
  expect(again.of(two).made).toEqual(new Set([refNumber(3)]));
});

test('what is told again is not written again', async () => {
  const file = await path();
  const work = await openedAt(file);
  for (let time = 0; time < 3; time += 1) work.note(one, made(1));
  await work.idle();
  const again = await openedAt(file);
  again.note(one, made(1));
  await again.idle();
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(1);
});

test('a torn end, and lines that are no deeds, are passed over, and what follows is read', async () => {
  const file = await path();
  const work = await openedAt(file);
  work.note(one, made(1));
  await work.idle();
  await appendFile(file, '{"connection":"../x"}\nnonsense\n{"connection":"con_0000');
  const torn = await openedAt(file);
  torn.note(one, made(2));
  await torn.idle();
  expect((await openedAt(file)).of(one).made).toEqual(new Set([refNumber(1), refNumber(2)]));
});

test('a forgotten connection leaves nothing behind, and the others stay', async () => {
  const file = await path();
  const work = await openedAt(file);
  work.note(one, made(1));
  work.note(two, deleted(2));
  await work.forget(one);
  expect(await readFile(file, 'utf8')).not.toContain(one);
  work.note(two, made(3));
  await work.idle();
  const again = await openedAt(file);
  expect(again.of(one).made.size).toBe(0);
  expect(again.of(two)).toEqual({ made: new Set([refNumber(3)]), deleted: new Set([refNumber(2)]) });
});

test('a file that cannot be written stops nothing', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'in-the-way'), '');
  const work = await openedAt(join(folder, 'in-the-way', 'own-work.jsonl'));
  work.note(one, made(1));
  await work.idle();
  expect(work.of(one).made.size).toBe(1);
});

test('what the disk refused is written with what comes next, and it is known that it was not', async () => {
  const folder = await tempFolder();
  const inTheWay = join(folder, 'in-the-way');
  const file = join(inTheWay, 'own-work.jsonl');
  await writeFile(inTheWay, '');
  const work = await openedAt(file);
  work.note(one, made(1));
  expect(await work.idle()).toBe(false);
  await rm(inTheWay);
  work.note(one, deleted(2));
  expect(await work.idle()).toBe(true);
  const again = await openedAt(file);
  expect(again.of(one)).toEqual({ made: new Set([refNumber(1)]), deleted: new Set([refNumber(2)]) });
});

test('what the disk refused is written without anybody asking, when there is more', async () => {
  const folder = await tempFolder();
  const inTheWay = join(folder, 'in-the-way');
  const file = join(inTheWay, 'own-work.jsonl');
  await writeFile(inTheWay, '');
  const work = await openedAt(file);
  work.note(one, made(1));
  await work.idle();
  await rm(inTheWay);
  work.note(one, made(2));
  const kept = async () => (await openedAt(file)).of(one).made.size;
  await expect.poll(kept).toBe(2);
});

test('a connection that leaves nothing on disk is known for as long as the app runs', async () => {
  const folder = await tempFolder();
  const work = await openedAt(join(folder, 'own-work.jsonl'), false);
  work.note(one, made(1));
  await work.idle();
  expect(work.of(one).made.size).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});
