import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { writePack, type PackFile } from '../../../../../electron/evidence/reports/pack';
import { packName } from '../../../../../electron/evidence/reports/pack-name';
import { NOW } from '../../../../support/token-records';
import { tempFolder } from '../../../../support/temp-folder';

const NAME = 'rekey-review-acme-2026-11-24';
const part = (text: string) => ({ text, rows: 1 });
const last = { name: 'signature.json', content: () => '{}' };
const file = (name: string, content: PackFile['content']): PackFile => ({ name, content });

const ports = (signal = new AbortController().signal) => ({
  signal,
  wrote: () => undefined,
  randomId: () => 'x1',
});

test('a pack is there whole, with files that its owner alone reads, and their digests', async () => {
  const folder = await tempFolder();
  const pack = await writePack(
    { folder, name: NAME },
    [file('report.csv', () => [part('a'), part('b')])],
    last,
    ports(),
  );
  expect(pack.name).toBe(NAME);
  expect(pack.files[0]).toEqual({
    name: 'report.csv',
    bytes: 2,
    sha256: 'fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603',
  });
  expect(await readFile(join(folder, NAME, 'report.csv'), 'utf8')).toBe('ab');
  expect((await stat(join(folder, NAME, 'report.csv'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual([NAME]);
});

test('what is there is never written over: the pack gets a number', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, NAME));
  await mkdir(join(folder, `${NAME}-2`));
  const pack = await writePack({ folder, name: NAME }, [], last, ports());
  expect(pack.name).toBe(`${NAME}-3`);
  expect(await readdir(join(folder, NAME))).toEqual([]);
});

test('a pack that is cancelled between two pieces leaves nothing behind', async () => {
  const folder = await tempFolder();
  const stop = new AbortController();
  const content = function* () {
    yield part('a');
    stop.abort();
    yield part('b');
  };
  const written = writePack({ folder, name: NAME }, [file('report.csv', content)], last, ports(stop.signal));
  await expect(written).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('a pack of which a file fails leaves nothing behind', async () => {
  const folder = await tempFolder();
  const content = () => Promise.reject(new Error('no printer'));
  const files = [file('report.csv', () => [part('a')]), file('report.pdf', content)];
  await expect(writePack({ folder, name: NAME }, files, last, ports())).rejects.toThrow('no printer');
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['acme', NAME],
  ['Ünïted / Türkiye GmbH', 'rekey-review-U-ni-ted-Tu-rkiye-GmbH-2026-11-24'],
  ['../../etc', 'rekey-review-etc-2026-11-24'],
  ['株式会社', 'rekey-review-organisation-2026-11-24'],
  ['x'.repeat(500), `rekey-review-${'x'.repeat(60)}-2026-11-24`],
])('the pack of %s has a name that every file system takes: %s', (organisation, name) => {
  expect(packName('review', organisation, NOW)).toBe(name);
});
