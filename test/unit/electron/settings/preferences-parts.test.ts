import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

// Outside of Electron its package is the path of the program, which must neither exist nor be fetched for this.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
});

import { openSettings } from '../../../../electron/settings/settings';
import { COLUMNS } from '../../../../shared/domain/saved-view';
import { commandDraft, folderDraft, targetIdOf } from '../../../support/delivery-targets';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';

const noIpc = { removeAllListeners: vi.fn() } as never;
const PLACE = { x: 1, y: 2, width: 900, height: 600, isMaximised: false };
const command = { ...commandDraft, id: targetIdOf(1) };
const folder = { ...folderDraft, id: targetIdOf(2) };
const view = { name: 'Old', query: 'age>90', sort: [{ column: 'due', isDescending: false }], group: 'none' };
const layout = COLUMNS.map((column) => ({ column, width: 120, isHidden: false }));
const WHOLE = { window: PLACE, targets: [command, folder], page: { views: [view], layout } };

/** Opens preferences that somebody else wrote, has the window closed, and opens them again. */
async function afterClosing(written: unknown) {
  const path = join(await tempFolder(), 'preferences.json');
  await writeFile(path, typeof written === 'string' ? written : JSON.stringify(written));
  openSettings(join(path, '..'), noIpc).rememberWindow({ ...PLACE, x: 50 });
  const raw = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  return { settings: openSettings(join(path, '..'), noIpc), raw, path };
}

describe('preferences that another version wrote', () => {
  test.each([
    ['one key that this version does not know', { ...WHOLE, sidebar: { isOpen: true } }],
    ['an unknown key in the page’s part', { ...WHOLE, page: { ...WHOLE.page, density: 'compact' } }],
    ['a window part that cannot be read', { ...WHOLE, window: { monitor: 'left' } }],
    [
      'one column more in the layout',
      {
        ...WHOLE,
        page: { views: [view], layout: [...layout, { column: 'risk', width: 90, isHidden: false }] },
      },
    ],
    ['one column fewer in the layout', { ...WHOLE, page: { views: [view], layout: layout.slice(1) } }],
    ['a layout that is no list', { ...WHOLE, page: { views: [view], layout: 'wide' } }],
    [
      'a destination of a kind that came later',
      { ...WHOLE, targets: [...WHOLE.targets, { kind: 'vault', id: targetIdOf(3) }] },
    ],
    ['a view that cannot be read', { ...WHOLE, page: { views: [{ ...view, sort: 'up' }, view], layout } }],
  ])('with %s keep destinations and saved views when the window is closed', async (_what, written) => {
    const { settings } = await afterClosing(written);
    expect(settings.targets()).toEqual([command, folder]);
    expect(settings.page.memory().views).toEqual([view]);
    expect(settings.windowPlace()).toMatchObject({ x: 50 });
  });

  test('keep what this version does not know', async () => {
    const { raw } = await afterClosing({ ...WHOLE, sidebar: { isOpen: true } });
    expect(raw).toMatchObject({ sidebar: { isOpen: true } });
  });

  test('have every column once, whatever the layout was of', async () => {
    const { settings } = await afterClosing({ ...WHOLE, page: { views: [], layout: layout.slice(0, 11) } });
    expect(settings.page.memory().layout?.map(({ column }) => column)).toEqual(COLUMNS);
  });

  test('are copied aside once, where a part cannot be read', async () => {
    const written = { ...WHOLE, targets: [command, { kind: 'vault' }] };
    const { path } = await afterClosing(written);
    expect(await readSetAside(path)).toEqual([JSON.stringify(written)]);
  });

  test.each(['{"targets":[', 'a person’s own words', '[]', ''])(
    'that are no preferences, as %j, are copied aside before anything is written',
    async (content) => {
      const { path } = await afterClosing(content);
      expect(await readSetAside(path)).toEqual([content]);
    },
  );
});
