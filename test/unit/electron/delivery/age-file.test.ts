import { chmod, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { ageFileSink } from '../../../../electron/delivery/age-file';
import { recipientCount } from '../../../../electron/delivery/age-header';
import type { Receipt } from '../../../../shared/domain/delivery';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { ageFolderWith } from '../../../support/targets';
import { tempFolder } from '../../../support/temp-folder';

const PLAIN = 'CCIPAT_the_new_value';
const value = new SecretValue(PLAIN);
const token = { label: 'deploy', scope: 'all' };
const now = () => Date.UTC(2026, 9, 12, 8, 5, 3, 21);
const random = () => '0123abcd4567ef89';

let identities: readonly string[] = [];
let recipients: readonly string[] = [];
let folder = '';

beforeAll(async () => {
  identities = await Promise.all([generateIdentity(), generateIdentity()]);
  recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
});

beforeEach(async () => {
  folder = await tempFolder();
});

const open = (said = {}) => ageFileSink(ageFolderWith({ folder, recipients, ...said }), now, random);

async function deliver(): Promise<Extract<Receipt, { kind: 'file' }>> {
  const delivered = await open().deliver(value, token);
  if (!delivered.ok || delivered.value.kind !== 'file') throw new Error('it was not delivered');
  return delivered.value;
}

async function decrypt(path: string, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(await readFile(path), 'text');
}

describe('an encrypted file', () => {
  test('is opened by each of its recipients, and holds the value to the last character', async () => {
    const { path } = await deliver();
    expect(await Promise.all(identities.map((identity) => decrypt(path, identity)))).toEqual([PLAIN, PLAIN]);
    await expect(decrypt(path, await generateIdentity())).rejects.toThrow();
  });

  test('is alone in its folder, readable by its owner only, and does not show the value', async () => {
    const { path } = await deliver();
    expect(await readdir(folder)).toEqual(['deploy-20261012T080503Z-0123abcd.age']);
    await expectPrivate(path);
    expect((await readFile(path, 'latin1')).includes(PLAIN)).toBe(false);
  });

  test('never takes the place of another file', async () => {
    const { path } = await deliver();
    const first = await readFile(path);
    expect(await open().deliver(value, token)).toEqual(err({ kind: 'file-not-written' }));
    expect(await readFile(path)).toEqual(first);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('stays in its folder, whatever the label', async () => {
    await open().deliver(value, { label: '../../etc/passwd\0', scope: 'all' });
    expect(await readdir(folder)).toEqual(['etc-passwd--20261012T080503Z-0123abcd.age']);
  });

  test('is not written where its folder is gone', async () => {
    const sink = open({ folder: join(folder, 'gone') });
    expect(await sink.deliver(value, token)).toEqual(err({ kind: 'file-not-written' }));
  });

  test.each([[[]], [['age1nobody']], [['ssh-ed25519 AAAA']], [['age1pq1qqqq']]])(
    'is not written to the recipients %j',
    async (wrong) => {
      expect(await open({ recipients: wrong }).deliver(value, token)).toEqual(err({ kind: 'bad-recipient' }));
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('is not written to some of its recipients only', async () => {
    const sink = open({ recipients: [...recipients, 'age1nobody'] });
    expect(await sink.deliver(value, token)).toEqual(err({ kind: 'bad-recipient' }));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the proof of an encrypted file', () => {
  test('is that it is there unchanged, with a stanza for each recipient', async () => {
    expect(await open().prove(value, await deliver())).toEqual(ok(true));
  });

  test('fails where a recipient was added since', async () => {
    const receipt = await deliver();
    expect(await open({ recipients: [...recipients, ...recipients] }).prove(value, receipt)).toEqual(
      ok(false),
    );
  });

  test('fails where the file was changed, or is gone', async () => {
    const receipt = await deliver();
    const content = await readFile(receipt.path);
    await writeFile(receipt.path, content.subarray(0, -1));
    expect(await open().prove(value, receipt)).toEqual(ok(false));
    await unlink(receipt.path);
    expect(await open().prove(value, receipt)).toEqual(ok(false));
  });

  test('fails for a receipt of another kind of place', async () => {
    expect(await open().prove(value, { kind: 'command' })).toEqual(ok(false));
  });
});

describe('taking an encrypted file back', () => {
  test('removes it', async () => {
    const receipt = await deliver();
    expect(await open().undo?.(receipt)).toEqual(ok('undone'));
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves what somebody else has put in its place', async () => {
    const receipt = await deliver();
    await chmod(receipt.path, 0o600);
    await writeFile(receipt.path, 'of somebody else');
    expect(await open().undo?.(receipt)).toEqual(ok('cannot'));
    expect(await readFile(receipt.path, 'utf8')).toBe('of somebody else');
  });

  test('cannot be done twice, nor for a receipt of another kind of place', async () => {
    const receipt = await deliver();
    await open().undo?.(receipt);
    expect(await open().undo?.(receipt)).toEqual(ok('cannot'));
    expect(await open().undo?.({ kind: 'switched' })).toEqual(ok('cannot'));
  });
});

describe('the head of an age file', () => {
  const MAC = 'A'.repeat(43);
  const countIn = (text: string) => recipientCount(Buffer.from(text, 'latin1'));

  test('tells how many recipients there are', async () => {
    expect(recipientCount(await readFile((await deliver()).path))).toBe(2);
    expect(countIn(`age-encryption.org/v1\n-> X25519 a\n${'B'.repeat(64)}\n\n--- ${MAC}\n`)).toBe(1);
  });

  test.each([
    '',
    'age-encryption.org/v1\n',
    `age-encryption.org/v1\n--- ${MAC}\n`,
    `age-encryption.org/v2\n-> X25519 a\nBB\n--- ${MAC}\n`,
    `age-encryption.org/v1\n-> X25519 a\nBB\n`,
    `age-encryption.org/v1\n-> X25519 a\nBB\n---\n`,
    `age-encryption.org/v1\n-> X25519  a\nBB\n--- ${MAC}\n`,
    `age-encryption.org/v1\n-> X25519 a\n${'B'.repeat(65)}\n--- ${MAC}\n`,
    `\nage-encryption.org/v1\n-> X25519 a\nBB\n--- ${MAC}\n`,
  ])('is not %j', (text) => {
    expect(countIn(text)).toBeUndefined();
  });
});
