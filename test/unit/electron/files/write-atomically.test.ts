import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { removeLeftovers } from '../../../../electron/files/beside';
import { writeAtomically } from '../../../../electron/files/write-atomically';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await tempFolder();
  path = join(folder, 'views.json');
});

test('a file takes the place of the one before, for its owner only, and leaves nothing beside it', async () => {
  await writeFile(path, 'old', { mode: 0o644 });
  await writeAtomically(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  await expectPrivate(path);
  expect(await readdir(folder)).toEqual(['views.json']);
});

test('a file of a person, whose name is the one with .new after it, stays as it is', async () => {
  await writeFile(`${path}.new`, 'mine');
  await writeAtomically(path, 'content');
  expect(await readFile(`${path}.new`, 'utf8')).toBe('mine');
  expect(await readFile(path, 'utf8')).toBe('content');
});

test('a link planted where the new content is to be written is not followed, and nothing is written', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, 'untouched');
  const planted = join(folder, 'planted');
  await symlink(elsewhere, planted);
  await expect(writeAtomically(path, 'content', () => planted)).rejects.toThrow('EEXIST');
  expect(await readFile(elsewhere, 'utf8')).toBe('untouched');
  expect((await lstat(planted)).isSymbolicLink()).toBe(true);
  expect(await readdir(folder)).toEqual(['elsewhere', 'planted']);
});

test('what cannot take its place is not left beside it', async () => {
  await mkdir(path);
  await expect(writeAtomically(path, 'content')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['views.json']);
});

test('what a crash left half-written goes, and nothing else, whatever it is called', async () => {
  const kept = [
    'views.json',
    'views.json.new',
    'views.json.0123456789abcdef.new.txt',
    '0123456789abcdef.new',
    'views.json.0123456789ABCDEF.new',
  ];
  const left = ['views.json.0123456789abcdef.new', 'connections.json.00ff00ff00ff00ff.new'];
  for (const name of [...kept, ...left]) await writeFile(join(folder, name), '');
  await removeLeftovers(folder);
  expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted());
});

test('a folder that is not there yet has no leftovers', async () => {
  await expect(removeLeftovers(join(folder, 'none'))).resolves.toBeUndefined();
});
