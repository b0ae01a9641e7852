import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

// Outside of Electron its package is the path of the program, which must neither exist nor be fetched for this.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
});

import { openSettings } from '../../../../electron/settings/settings';
import { targetDraft } from '../../../../shared/ipc/target-schema';
import { commandDraft, commands, folderDraft, targetIdOf } from '../../../support/delivery-targets';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';

const noIpc = { removeAllListeners: vi.fn() } as never;
const command = { ...commandDraft, id: targetIdOf(1) };
const folder = { ...folderDraft, id: targetIdOf(2) };
const PLACE = { x: 1, y: 2, width: 900, height: 600, isMaximised: false, zoom: 1.25 };

/** What settings make of a file that somebody else wrote. */
async function opened(preferences: unknown) {
  const path = await tempFolder();
  await writeFile(join(path, 'preferences.json'), JSON.stringify(preferences));
  return openSettings(path, noIpc);
}

describe('X5: the preferences', () => {
  test('begin without a target, and give back the ones that were kept when they are opened anew', async () => {
    const path = await tempFolder();
    const settings = openSettings(path, noIpc);
    expect(settings.targets()).toEqual([]);
    settings.rememberWindow(PLACE);
    expect(settings.keepTargets([command, folder])).toEqual({ ok: true, value: null });
    const anew = openSettings(path, noIpc);
    expect(anew.targets()).toEqual([command, folder]);
    expect(anew.windowPlace()).toEqual(PLACE);
    await expectPrivate(join(path, 'preferences.json'));
  });

  test('know a window of before zoom was kept, and none whose zoom cannot be', async () => {
    const { zoom: _later, ...before } = PLACE;
    expect((await opened({ window: before })).windowPlace()).toEqual(before);
    expect((await opened({ window: { ...PLACE, zoom: 40 } })).windowPlace()).toBeUndefined();
  });

  test('take fifty targets and no more', async () => {
    const settings = openSettings(await tempFolder(), noIpc);
    expect(settings.keepTargets(commands(50)).ok).toBe(true);
    expect(settings.keepTargets(commands(51))).toEqual({ ok: false, error: 'disk' });
    expect(settings.targets()).toHaveLength(50);
  });

  test('stay as they are on disk when a change does not fit their schema', async () => {
    const path = await tempFolder();
    const settings = openSettings(path, noIpc);
    settings.keepTargets([command]);
    const before = await readFile(join(path, 'preferences.json'), 'utf8');
    expect(settings.keepTargets([{ ...command, token: 'a secret' } as never]).ok).toBe(false);
    expect(await readFile(join(path, 'preferences.json'), 'utf8')).toBe(before);
  });

  test.each([
    ['a property that is not listed', { ...command, token: 'a secret' }],
    ['another kind', { ...command, kind: 'webhook' }],
    ['the properties of both kinds', { ...command, ...folder }],
    ['an id of another form', { ...command, id: '../secrets' }],
    ['a name without a letter', { ...command, name: '' }],
    ['a relative path', { ...command, executable: 'op' }],
    ['a line end in its path', { ...command, executable: '/usr/bin/op\n' }],
    ['an argument that turns the direction of reading', { ...command, args: ['\u202egnp'] }],
    ['an argument that is no text', { ...command, args: [1] }],
    ['a time-out of an hour', { ...command, timeoutSeconds: 3_600 }],
    ['no recipient', { ...folder, recipients: [] }],
    ['a secret key for a recipient', { ...folder, recipients: [`AGE-SECRET-KEY-1${'Q'.repeat(58)}`] }],
  ])('do not take a target with %s from a file', async (_what, target) => {
    expect((await opened({ targets: [target] })).targets()).toEqual([]);
  });

  test('refuse no target that the page may send', async () => {
    const wide = {
      ...commandDraft,
      args: Array.from({ length: 50 }, () => '€'.repeat(40)),
      timeoutSeconds: 600,
    };
    const windows = { ...folderDraft, name: 'é'.repeat(80), folder: String.raw`C:\Users\m.roy\handover` };
    const shared = { ...commandDraft, executable: String.raw`\\server\tools\op.exe`, args: [] };
    const targets = [wide, windows, shared].map((draft, index) => ({ ...draft, id: targetIdOf(index) }));
    expect(targets.map((target) => targetDraft.safeParse(target).success)).toEqual([true, true, true]);
    expect((await opened({ targets })).targets()).toEqual(targets);
  });

  test('whose folder is gone say so instead of throwing', async () => {
    const path = await tempFolder();
    const settings = openSettings(path, noIpc);
    await rm(path, { recursive: true });
    await writeFile(path, 'something else');
    expect(settings.keepTargets([command])).toEqual({ ok: false, error: 'disk' });
  });
});
