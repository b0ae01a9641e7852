import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { writeNewFile } from '../../../../electron/delivery/write-new-file';
import { besideOf } from '../../../../electron/files/beside';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';

const content = Buffer.from('sealed');
const noLinks = () => Promise.reject(Object.assign(new Error('not supported'), { code: 'EPERM' }));

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await tempFolder();
  path = join(folder, 'a.age');
});

describe.each([
  ['with hard links', undefined],
  ['without hard links', noLinks],
])('a new file on a disk %s', (_which, link) => {
  test('is whole, of its owner only, and alone', async () => {
    await writeNewFile(path, content, link);
    expect(await readFile(path, 'utf8')).toBe('sealed');
    await expectPrivate(path);
    expect(await readdir(folder)).toEqual(['a.age']);
  });

  test('leaves a file of that name as it was', async () => {
    await writeFile(path, 'older');
    await expect(writeNewFile(path, content, link)).rejects.toThrow('EEXIST');
    expect(await readFile(path, 'utf8')).toBe('older');
    expect(await readdir(folder)).toEqual(['a.age']);
  });

  test('is not written through a link of that name', async () => {
    await symlink(join(folder, 'elsewhere'), path);
    await expect(writeNewFile(path, content, link)).rejects.toThrow('EEXIST');
    expect(await readdir(folder)).toEqual(['a.age']);
  });
});

test('what another run has begun beside a file is not touched, and does not stand in the way', async () => {
  const begun = besideOf(path);
  await writeFile(begun, 'begun');
  await writeNewFile(path, content);
  expect(await readFile(begun, 'utf8')).toBe('begun');
  expect(await readFile(path, 'utf8')).toBe('sealed');
});
