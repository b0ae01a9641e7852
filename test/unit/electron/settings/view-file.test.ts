import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readViews, writeViews } from '../../../../electron/settings/view-file';
import type { SavedView } from '../../../../shared/domain/saved-view';
import { err, ok } from '../../../../shared/result';
import { tempFolder } from '../../../support/temp-folder';

const MINE: SavedView = {
  name: 'Mine',
  query: 'scope:admin',
  sort: [{ column: 'due', isDescending: false }],
  group: 'none',
};

test('views that were written are read again', async () => {
  const path = join(await tempFolder(), 'views.json');
  expect(await writeViews(path, [MINE])).toEqual(ok(null));
  expect(await readViews(path)).toEqual(ok({ views: [MINE], refused: [] }));
});

test('a view that cannot be read is named by its number, and takes no other along', async () => {
  const path = join(await tempFolder(), 'views.json');
  const views = [
    MINE,
    { ...MINE, group: 'colour' },
    null,
    { ...MINE, name: 'Too', more: 1 },
    { ...MINE, name: 'Last' },
  ];
  await writeFile(path, `\uFEFF${JSON.stringify({ format: 'rekey-views-1', views })}`);
  expect(await readViews(path)).toEqual(ok({ views: [MINE, { ...MINE, name: 'Last' }], refused: [2, 3, 4] }));
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"format":'],
  ['another format', JSON.stringify({ format: 'rekey-views-9', views: [] })],
  ['a list', '[]'],
  ['a page', '<!doctype html>'],
])('a file with %s is not taken for views', async (_what, content) => {
  const path = join(await tempFolder(), 'views.json');
  await writeFile(path, content);
  expect(await readViews(path)).toEqual(err({ kind: 'not-views' }));
});

test('a file that is far too large is not read at all', async () => {
  const path = join(await tempFolder(), 'views.json');
  await writeFile(path, ' '.repeat(1_000_001));
  expect(await readViews(path)).toEqual(err({ kind: 'too-large' }));
});

test('what cannot be read or written is said, and leaves nothing behind', async () => {
  const folder = await tempFolder();
  expect(await readViews(join(folder, 'absent.json'))).toEqual(err({ kind: 'disk' }));
  await mkdir(join(folder, 'taken.json'));
  expect(await writeViews(join(folder, 'taken.json'), [MINE])).toEqual(err({ kind: 'disk' }));
  expect(await readdir(folder)).toEqual(['taken.json']);
});

test('a file of a great many views is none that Rekey wrote, and what is no file is not read', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'views.json');
  await writeFile(
    path,
    JSON.stringify({ format: 'rekey-views-1', views: Array.from({ length: 1_001 }, () => 1) }),
  );
  expect(await readViews(path)).toEqual(err({ kind: 'not-views' }));
  expect(await readViews(folder)).toEqual(err({ kind: 'not-views' }));
});
