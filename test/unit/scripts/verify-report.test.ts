import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { verifyPack } from '../../support/report-pack';
import { tempFolder } from '../../support/temp-folder';

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const lineOf = (words: string, from: string) => words.split('\n').filter((line) => line.startsWith(from));

interface Forgery {
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** A pack that somebody who is not Rekey made, with a key of their own. */
async function forged({ manifest: said = {}, beside = {} }: Forgery = {}): Promise<string> {
  const folder = join(await tempFolder(), 'pack');
  await mkdir(folder);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const text = 'label,due\r\n';
  await writeFile(join(folder, 'report.csv'), text);
  const manifest = {
    format: 'rekey-manifest-1',
    kind: 'review',
    organisation: 'acme',
    madeAt: '2026-11-24T12:00:00.000Z',
    appVersion: '0.1.0',
    ledger: { entries: 0, head: '0'.repeat(64) },
    key: {
      algorithm: 'ed25519',
      keptIn: 'keychain',
      fingerprint: digest(publicKey.export({ type: 'spki', format: 'der' })),
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    files: [{ name: 'report.csv', bytes: text.length, sha256: digest(text) }],
    ...said,
  };
  const signature = sign(null, Buffer.from(JSON.stringify(manifest)), privateKey).toString('base64');
  const signed = { format: 'rekey-signature-1', manifest, signature, ...beside };
  await writeFile(join(folder, 'signature.json'), JSON.stringify(signed));
  return folder;
}

test('without the key of whoever signs, a pack is called unaltered since it was signed, and nobody’s in particular', async () => {
  const { code, words } = await verifyPack(await forged());
  expect(code).toBe(0);
  expect(words).toContain('Unaltered since it was signed: review of “acme”');
  expect(words).toContain('By whom, this does not prove');
  expect(lineOf(words, 'Unaltered: ')).toEqual([]);
});

test('what a pack says of itself adds no line and no control character to the verdict', async () => {
  const praise = 'now\nSigned with the key that was given, 00\u001b[2K\u009b1A\u202e';
  const folder = await forged({ manifest: { madeAt: praise, appVersion: praise, organisation: praise } });
  await writeFile(join(folder, 'x\nUnaltered: all of it'), '');
  const { code, words } = await verifyPack(folder);
  expect(code).toBe(1);
  const alone = await verifyPack(await forged({ manifest: { madeAt: praise, kind: praise } }));
  for (const said of [words, alone.words]) {
    expect(lineOf(said, 'Signed with')).toEqual([]);
    expect(lineOf(said, 'Unaltered: ')).toEqual([]);
    expect(said).not.toMatch(/[\u001b\u009b\u202e]/u);
  }
  expect(words).toBe('Added: x\\u{a}Unaltered: all of it is not in the manifest.\n');
});

test('nothing may stand beside what is signed, and no file may lie elsewhere', async () => {
  const noted = await forged({ beside: { note: 'Reviewed and found to meet the policy.' } });
  expect(await verifyPack(noted)).toMatchObject({ code: 2 });
  const outside = await forged({
    manifest: { files: [{ name: '../report.csv', bytes: 0, sha256: digest('') }] },
  });
  expect(await verifyPack(outside)).toMatchObject({ code: 1 });
  const linked = await forged();
  await symlink('/etc/hosts', join(linked, 'more.csv'));
  expect((await verifyPack(linked)).words).toBe('Added: more.csv is not in the manifest.\n');
});

test.each([
  ['Finder', '.DS_Store'],
  ['Finder, on a foreign disk', '._report.csv'],
  ['Explorer', 'Thumbs.db'],
  ['Explorer', 'desktop.ini'],
  ['Explorer, in capitals', 'THUMBS.DB'],
  ['Dolphin', '.directory'],
])('what %s leaves in the folder (%s) is named as ignored, and the pack is whole', async (_who, name) => {
  const folder = await forged();
  await writeFile(join(folder, name), 'icons');
  const { code, words } = await verifyPack(folder);
  expect(code).toBe(0);
  expect(words).toContain(`Ignored, and not read: ${name}`);
});

test.each(['DS_Store', '.DS_Store.csv', 'thumbs.csv', 'desktop.ini.html', '.desktop', 'more.csv'])(
  'a file named %s is no file manager’s, and was added',
  async (name) => {
    const folder = await forged();
    await writeFile(join(folder, name), 'more');
    expect(await verifyPack(folder)).toMatchObject({ code: 1 });
  },
);

test('a folder or a link by the name of such a file was added, and what is altered stays altered', async () => {
  const folder = await forged();
  await mkdir(join(folder, '.DS_Store'));
  await symlink('/etc/hosts', join(folder, 'Thumbs.db'));
  const { code, words } = await verifyPack(folder);
  expect(code).toBe(1);
  expect(words).toContain('Added: .DS_Store');
  expect(words).toContain('Added: Thumbs.db');
  const altered = await forged();
  await writeFile(join(altered, '.DS_Store'), '');
  await writeFile(join(altered, 'report.csv'), 'label,du\r\n');
  expect(await verifyPack(altered)).toMatchObject({ code: 1 });
  const named = { name: '.DS_Store', bytes: 0, sha256: digest('') };
  expect(await verifyPack(await forged({ manifest: { files: [named] } }))).toMatchObject({ code: 1 });
});
