import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

// Outside of Electron its package is the path of the program, which must neither exist nor be fetched for this.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
});

import { openDiskVault } from '../../electron/credentials/disk-vault';
import type { VaultKey } from '../../electron/credentials/vault';
import { readPolicyDocument } from '../../electron/policy/policy-document';
import { openSettings } from '../../electron/settings/settings';
import { readViews } from '../../electron/settings/view-file';
import { COLUMNS } from '../../shared/domain/saved-view';
import { BEFORE_CIPHER, beforeFolder, EXPORTED } from '../support/before-folder';
import { coreOver } from '../support/core-over';
import { readCalendar, readTable, verifyLedger, verifyPack } from '../support/report-pack';
import { must } from '../support/token-records';
import { valueOf } from '../support/value-of';

const ORIGINALS = [
  'connections.json',
  'consumers.json',
  'inventory/con_98beeb6c2bf11a91.inventory',
  'inventory/con_98beeb6c2bf11a91.inventory.1',
  'inventory/con_98beeb6c2bf11a91.inventory.original',
  'inventory/con_b7709f53409fc307.inventory',
  'inventory/con_b7709f53409fc307.inventory.original',
  'leavers.json',
  'ledger.jsonl',
  'own-work.jsonl',
  'people.json',
  'policy.json',
  'preferences.json',
  'register.json',
  'reminders-told.json',
  'reminders.json',
  'rotation.journal',
];

const opened = async () => {
  const folder = await beforeFolder();
  const core = await coreOver(folder, { cipher: BEFORE_CIPHER });
  await core.connections.unlock();
  const [cloud, server] = core.connections.list();
  return { folder, core, cloud: must(cloud), server: must(server) };
};

describe('a user-data folder of version 0.1.0', () => {
  test('is opened whole: nothing of it is set aside, and every connection has its credential', async () => {
    const { folder, core, cloud, server } = await opened();
    const files = await readdir(folder, { recursive: true });
    expect(files).toEqual(expect.arrayContaining(ORIGINALS));
    expect(files.filter((name) => /unreadable|set-aside/.test(name))).toEqual([]);
    expect([cloud.name, server.name]).toEqual(['Acme Cloud', 'Acme Server']);
    for (const { id } of [cloud, server]) expect(core.connections.liveOf(id)).toBeDefined();
    expect(core.journal).toBe('ready');
    expect(core.ownWork).toBe('whole');
  });

  test('has an item at every step of a rotation', async () => {
    const { core } = await opened();
    const items = core.rotation.runs().flatMap(({ rows }) => rows);
    expect(items.map(({ step }) => step).toSorted()).toEqual(
      [
        ['planned', 'creating', 'ambiguous', 'sealed', 'verified', 'verified', 'delivered', 'proved'],
        ['retiring', 'deleting', 'gone', 'needs-you', 'left', 'left'],
      ]
        .flat()
        .toSorted(),
    );
    const vault = openDiskVault(join(await beforeFolder(), 'vault'), BEFORE_CIPHER);
    for (const { id } of items.filter(({ holdsValue }) => holdsValue))
      expect((await vault.get(id)).ok).toBe(true);
  });

  test('opens every seal of its vault with its keyring', async () => {
    const folder = join(await beforeFolder(), 'vault');
    const vault = openDiskVault(folder, BEFORE_CIPHER);
    const keys = (await readdir(folder)).map((name) => name.replace('.sealed', '') as VaultKey);
    expect(keys).toHaveLength(13);
    for (const key of keys) expect((await vault.get(key)).ok, key).toBe(true);
  });

  test('tells its tokens, owners, changes, exceptions, usages, leavers and reminders', async () => {
    const { core, cloud, server } = await opened();
    const [ours, theirs] = await Promise.all([cloud, server].map(({ id }) => core.inventory.lastOf(id)));
    expect(must(ours).tokens.length).toBeGreaterThan(40);
    expect(must(theirs).tokens.length).toBeGreaterThan(15);
    for (const { tokens } of [must(ours), must(theirs)])
      expect(tokens.filter(({ source }) => source === 'by-hand')).toHaveLength(1);
    expect(valueOf(await core.inventory.drift(cloud.id)).counts).toBeDefined();
    const { policy, own, exceptions } = core.policy.facts();
    expect(policy).toMatchObject({ name: 'Incident', createdBefore: expect.any(Number) as number });
    expect(own.map(({ name }) => name)).toEqual(['Ours']);
    expect(exceptions).toHaveLength(3);
    expect(core.consumers.refs().length).toBeGreaterThan(5);
    const leavers = core.leavers.list();
    expect(leavers).toHaveLength(2);
    expect(leavers.filter(({ signedOff }) => signedOff !== undefined)).toHaveLength(1);
    const people = await core.people.view(cloud.id);
    expect(people.people.map(({ name }) => name)).toContain('Noor Haddad');
    expect(core.reminders.settings()).toMatchObject({
      isOn: true,
      nextSession: expect.any(Number) as number,
    });
    expect(await core.reminders.since()).toBeDefined();
  });

  test('has a whole ledger, whose end the keyring knows', async () => {
    const { folder, core } = await opened();
    const before = (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).trim().split('\n').length;
    const state = await core.ledger.state();
    expect(state.trouble).toBeUndefined();
    expect(state.keeping).toBe('kept');
    expect(state.head.entries).toBeGreaterThanOrEqual(before);
  });

  test('keeps its destinations, saved views, columns and the place of the window', async () => {
    const settings = openSettings(await beforeFolder(), { removeAllListeners: () => undefined } as never);
    expect(settings.targets().map(({ kind }) => kind)).toEqual(['command', 'age-file']);
    expect(settings.page.memory().views.map(({ name }) => name)).toEqual(['Overdue deploys', 'Old admins']);
    expect(settings.page.memory().layout).toHaveLength(COLUMNS.length);
    expect(settings.windowPlace()).toMatchObject({ width: 1280, zoom: 1.1 });
  });
});

describe('what version 0.1.0 exported', () => {
  const pack = join(EXPORTED, 'rekey-review-Acme-Cloud-2026-11-24');

  test('verifies: the report by its manifest and signature, the ledger by its chain', async () => {
    expect((await verifyPack(pack)).code).toBe(0);
    expect((await verifyLedger(join(EXPORTED, 'ledger.jsonl'))).code).toBe(0);
    expect(await readFile(join(EXPORTED, 'report-key.pem'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY/);
  });

  test('is read: tables, calendar, policy, views and plan', async () => {
    expect((await readTable(join(pack, 'tokens.csv'))).length).toBeGreaterThan(40);
    expect(readCalendar(await readFile(join(pack, 'due.ics'), 'utf8')).length).toBeGreaterThan(10);
    expect(valueOf(await readPolicyDocument(join(EXPORTED, 'policy.json'))).policy.name).toBe('Ours');
    const { views, refused } = valueOf(await readViews(join(EXPORTED, 'views.json')));
    expect([views.length, refused]).toEqual([2, []]);
    expect(await readFile(join(EXPORTED, 'rotation-plan.csv'), 'utf8')).toContain('Hash of the plan');
  });
});
