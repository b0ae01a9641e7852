import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import type { Cipher } from '../../../../electron/credentials/cipher';
import { openDiskVault } from '../../../../electron/credentials/disk-vault';
import { layerVaults } from '../../../../electron/credentials/layered-vault';
import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';

const plain = 'a value for this test only';
const secret = new SecretValue(plain);

/** Reversible scrambling stands for the keychain, which only the real window has. */
const scrambling: Cipher = {
  strength: () => 'ready',
  seal: (value) => ok(Buffer.from(value.reveal()).map((byte) => byte ^ 0x5a) as Buffer),
  open: (sealed) => ok(new SecretValue(Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString())),
};

let folder = '';
beforeEach(async () => {
  folder = join(await tempFolder(), 'vault');
});

describe('the vault on disk', () => {
  test('gives back what was put, also when opened anew', async () => {
    expect(await openDiskVault(folder, scrambling).put('row_1', secret)).toEqual(ok(null));
    const found = await openDiskVault(folder, scrambling).get('row_1');
    expect(found.ok && found.value.reveal()).toBe(plain);
  });

  test('X4: writes files that only their owner may read, and no value in the clear', async () => {
    await openDiskVault(folder, scrambling).put('row_1', secret);
    const names = await readdir(folder);
    expect(names).toEqual(['row_1.sealed']);
    const path = join(folder, 'row_1.sealed');
    await expectPrivate(path);
    expect((await readFile(path)).includes(plain)).toBe(false);
  });

  test('X3: refuses, and writes nothing, where there is no keychain', async () => {
    const refusing: Cipher = { ...scrambling, strength: () => 'weak', seal: () => err('no-keychain') };
    expect(await openDiskVault(folder, refusing).put('row_1', secret)).toEqual(err('no-keychain'));
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  test('says that nothing is there, rather than failing, for a key never put or dropped', async () => {
    const vault = openDiskVault(folder, scrambling);
    expect(await vault.get('row_1')).toEqual(err('absent'));
    await vault.put('row_1', secret);
    expect(await vault.drop('row_1')).toEqual(ok(null));
    expect(await vault.get('row_1')).toEqual(err('absent'));
    expect(await vault.drop('row_1')).toEqual(ok(null));
  });

  test('says so when a folder cannot be written to', async () => {
    await writeFile(folder, 'a file stands where the folder should be');
    expect(await openDiskVault(folder, scrambling).put('row_1', secret)).toEqual(err('disk'));
  });

  test('never takes a key that could lead out of its folder', async () => {
    const vault = openDiskVault(folder, scrambling);
    await expect(vault.put('row_../../escape', secret)).rejects.toThrow('plain name');
  });
});

describe('two vaults, one behind the other', () => {
  test('what was kept in the second is still found, and dropped from both', async () => {
    const [first, second] = [openMemoryVault(), openMemoryVault()];
    await second.put('row_1', secret);
    const layered = layerVaults(first, second);
    expect((await layered.get('row_1')).ok).toBe(true);
    await layered.drop('row_1');
    expect(await second.get('row_1')).toEqual(err('absent'));
  });

  test('new values go to the first only', async () => {
    const [first, second] = [openMemoryVault(), openMemoryVault()];
    await layerVaults(first, second).put('row_1', secret);
    expect((await first.get('row_1')).ok).toBe(true);
    expect((await second.get('row_1')).ok).toBe(false);
  });
});
