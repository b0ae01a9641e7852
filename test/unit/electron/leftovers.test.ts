import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { besideOf } from '../../../electron/files/beside';
import { tempFolder } from '../../support/temp-folder';
import { wholeApp } from '../../support/whole-app';

test('what a crash left half-written is gone after the next start, wherever Rekey keeps files', async () => {
  const userData = await tempFolder();
  const places = ['connections.json', 'rotation.journal', 'vault/a.sealed', 'inventory/a.inventory'];
  for (const name of ['vault', 'inventory']) await mkdir(join(userData, name));
  for (const place of places) await writeFile(besideOf(join(userData, place)), 'half');
  await wholeApp({ folder: userData });
  const left = await readdir(userData, { recursive: true });
  expect(left.filter((name) => name.endsWith('.new'))).toEqual([]);
});
