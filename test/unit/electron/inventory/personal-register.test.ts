import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openPersonalRegister } from '../../../../electron/inventory/personal-register';
import type { ConnectionId } from '../../../../shared/domain/connection-id';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, NOW, refNumber } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const [acme, demo] = [connectionIdOf(1), connectionIdOf(2)];
const isRemembered = (connection: ConnectionId) => connection !== demo;

async function registerIn(folder: string) {
  let last = 0;
  const path = join(folder, 'deep', 'register.json');
  const open = () => openPersonalRegister(path, isRemembered, () => String((last += 1)));
  return { register: await open(), open, path };
}

const laptop = { label: 'laptop', owner: 'm.roy' };
const labelsOf = (rows: readonly { readonly label: string }[]) => rows.map(({ label }) => label);

describe('an entry of the register', () => {
  test('is a personal token whose scope and age nobody vouches for but who wrote it', async () => {
    const { register } = await registerIn(await tempFolder());
    const entry = { ...laptop, createdAt: NOW - 5, expiresAt: NOW + 5 };
    const added = valueOf(await register.add(acme, entry, NOW));
    expect(added).toEqual({
      ref: added.ref,
      connection: acme,
      kind: 'personal',
      scope: 'other',
      rawScope: 'unknown',
      label: 'laptop',
      owner: { name: 'm.roy', source: 'by-hand' },
      createdAt: NOW - 5,
      expiresAt: NOW + 5,
      firstSeenAt: NOW,
      source: 'by-hand',
    });
    expect(valueOf(await register.add(acme, laptop, NOW))).not.toHaveProperty('createdAt');
  });

  test('is there again when the app is, for its owner only', async () => {
    const { register, open, path } = await registerIn(await tempFolder());
    const added = valueOf(await register.add(acme, laptop, NOW));
    expect((await open()).entriesOf(acme)).toEqual([added]);
    expect((await open()).entriesOf(connectionIdOf(3))).toEqual([]);
    await expectPrivate(path);
  });

  test('is a second one beside one that says the same, even when both come at once', async () => {
    const { register, open } = await registerIn(await tempFolder());
    const [one, other] = await Promise.all([
      register.add(acme, laptop, NOW),
      register.add(acme, laptop, NOW),
    ]);
    expect(valueOf(one).ref).not.toBe(valueOf(other).ref);
    expect(register.entriesOf(acme)).toHaveLength(2);
    expect((await open()).entriesOf(acme)).toHaveLength(2);
  });

  test('is removed by its ref, of its own connection, once', async () => {
    const { register, open } = await registerIn(await tempFolder());
    const { ref } = valueOf(await register.add(acme, laptop, NOW));
    await register.add(acme, { ...laptop, label: 'desk' }, NOW);
    expect(await register.remove(demo, ref)).toEqual(err('no-such-entry'));
    expect(await register.remove(acme, refNumber(9))).toEqual(err('no-such-entry'));
    expect(await register.remove(acme, ref)).toEqual(ok(null));
    expect(await register.remove(acme, ref)).toEqual(err('no-such-entry'));
    expect(labelsOf((await open()).entriesOf(acme))).toEqual(['desk']);
  });
});

test('a connection that is forgotten takes its entries with it, and leaves the others’', async () => {
  const { register, open } = await registerIn(await tempFolder());
  const other = connectionIdOf(3);
  await register.add(acme, laptop, NOW);
  await register.add(other, laptop, NOW);
  await register.forget(acme);
  const again = await open();
  expect([again.entriesOf(acme), labelsOf(again.entriesOf(other))]).toEqual([[], ['laptop']]);
});

test('the demo’s entries are shown, and never written', async () => {
  const { register, open, path } = await registerIn(await tempFolder());
  await register.add(demo, { ...laptop, label: 'of the demo' }, NOW);
  await register.add(acme, laptop, NOW);
  expect(labelsOf(register.entriesOf(demo))).toEqual(['of the demo']);
  expect(await readFile(path, 'utf8')).not.toContain('of the demo');
  expect((await open()).entriesOf(demo)).toEqual([]);
});

test('a register that is not of the known form is set aside, and nothing of it is lost', async () => {
  const { register, open, path } = await registerIn(await tempFolder());
  await register.add(acme, laptop, NOW);
  await writeFile(path, '{"format":2}');
  const again = await open();
  expect(again.entriesOf(acme)).toEqual([]);
  await again.add(acme, laptop, NOW);
  expect(await readSetAside(path)).toEqual(['{"format":2}']);
});

test('an entry that cannot be written is not shown either', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'deep'), 'a file where the folder should be');
  const { register } = await registerIn(folder);
  expect(await register.add(acme, laptop, NOW)).toEqual(err('storage'));
  expect(register.entriesOf(acme)).toEqual([]);
});
