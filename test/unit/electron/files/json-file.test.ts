import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

import { jsonFile } from '../../../../electron/files/json-file';
import { listSetAside } from '../../../../electron/files/set-aside';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';

const schema = z.strictObject({ number: z.number() });
let folder = '';
const open = () => jsonFile(join(folder, 'facts.json'), schema);

beforeEach(async () => {
  folder = await tempFolder();
});

test('a file that was never written reads as nothing', async () => {
  expect(await open().read()).toEqual(ok(undefined));
});

test('what was written is read back, and only its owner may read it', async () => {
  expect(await open().write({ number: 1 })).toEqual(ok(null));
  expect(await open().read()).toEqual(ok({ number: 1 }));
  await expectPrivate(join(folder, 'facts.json'));
});

test('many writes at once end with the last, and leave nothing beside the file', async () => {
  const file = open();
  await Promise.all(Array.from({ length: 20 }, (_, number) => file.write({ number })));
  expect(await file.read()).toEqual(ok({ number: 19 }));
  expect(await readdir(folder)).toEqual(['facts.json']);
});

test.each(['', '{', '{"number":"1"}', '{"number":1,"more":2}', 'null', '\u0000\u0001'])(
  'a file that holds %j is set aside whole, not overwritten',
  async (content) => {
    await writeFile(join(folder, 'facts.json'), content);
    const file = open();
    expect(await file.read()).toEqual(err('set-aside'));
    await file.write({ number: 2 });
    expect(await readSetAside(join(folder, 'facts.json'))).toEqual([content]);
    expect(await file.read()).toEqual(ok({ number: 2 }));
  },
);

test('a file that the disk would not give is not written over, until it has been read', async () => {
  const path = join(folder, 'facts.json');
  await mkdir(path);
  const file = open();
  expect(await file.read()).toEqual(err('disk'));
  await rmdir(path);
  await writeFile(path, '{"number":1}');
  expect(await file.write({ number: 2 })).toEqual(err('disk'));
  expect(await readFile(path, 'utf8')).toBe('{"number":1}');
  expect(await file.read()).toEqual(ok({ number: 1 }));
  expect(await file.write({ number: 2 })).toEqual(ok(null));
});

test('what was set aside before is never overwritten, not even within one second', async () => {
  const path = join(folder, 'facts.json');
  for (const content of ['first', 'second', 'third']) {
    await writeFile(path, content);
    expect(await open().read()).toEqual(err('set-aside'));
  }
  expect((await readSetAside(path)).toSorted()).toEqual(['first', 'second', 'third']);
  expect((await listSetAside([folder])).map(({ file }) => file)).toEqual(Array(3).fill('facts.json'));
});

test('what a second reading cannot give is kept as well', async () => {
  const path = join(folder, 'facts.json');
  const file = open();
  await file.write({ number: 1 });
  await file.read();
  await rename(path, `${path}.away`);
  await mkdir(path);
  await file.read();
  await rmdir(path);
  await rename(`${path}.away`, path);
  expect(await file.write({ number: 2 })).toEqual(err('disk'));
});
