import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { unzip } from '../../../scripts/unzip.mjs';
import { tempFolder } from '../../support/temp-folder';

const LONG = 'Rekey '.repeat(500);

/** A zip file made by hand, so that its reader is not tried against itself. */
function zipOf(entries) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const { name, text, mode = 0o644, stored = false, method = stored ? 0 : 8 } of entries) {
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(plain.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(mode * 65_536, 38);
    central.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

async function unzipped(bytes, rename = (name) => name) {
  const folder = await tempFolder();
  const zip = join(folder, 'file.zip');
  writeFileSync(zip, bytes);
  const target = join(folder, 'unpacked');
  unzip(zip, target, rename);
  return target;
}

describe('unpacking a zip file', () => {
  test('brings back what was packed, stored or deflated, with its folders', async () => {
    const target = await unzipped(
      zipOf([
        { name: 'a/long.txt', text: LONG },
        { name: 'short.txt', text: 'short', stored: true },
      ]),
    );
    expect(readFileSync(join(target, 'a', 'long.txt'), 'utf8')).toBe(LONG);
    expect(readFileSync(join(target, 'short.txt'), 'utf8')).toBe('short');
  });

  test.runIf(process.platform !== 'win32')('keeps a program a program', async () => {
    const target = await unzipped(zipOf([{ name: 'program', text: '#!', mode: 0o755 }]));
    expect(statSync(join(target, 'program')).mode & 0o777).toBe(0o755);
  });

  test('renames entries, and leaves out those without a name', async () => {
    const rename = (name) => (name === 'old' ? 'new' : undefined);
    const target = await unzipped(
      zipOf([
        { name: 'old', text: 'kept' },
        { name: 'other', text: 'dropped' },
      ]),
      rename,
    );
    expect(readFileSync(join(target, 'new'), 'utf8')).toBe('kept');
    expect(existsSync(join(target, 'other'))).toBe(false);
  });

  test.each([
    ['a name that leads out of the folder', zipOf([{ name: '../out.txt', text: 'x' }]), 'leads out'],
    ['a packing that it does not know', zipOf([{ name: 'x', text: 'x', method: 99 }]), 'not known here'],
    ['what is no zip file', Buffer.from('<html>sign in</html>'.repeat(9)), 'not a zip file'],
    ['an empty file', Buffer.alloc(0), 'not a zip file'],
    ['a download that broke off', zipOf([{ name: 'long', text: LONG }]).subarray(9), 'damaged'],
  ])('refuses %s', async (_what, bytes, words) => {
    await expect(unzipped(bytes)).rejects.toThrow(words);
  });
});
