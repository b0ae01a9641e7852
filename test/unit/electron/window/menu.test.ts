import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';

import { applicationMenu, type MenuFacts } from '../../../../electron/window/application-menu';
import { APP_COMMANDS } from '../../../../shared/domain/app-command';

const flat = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

const itemsOf = (said: Partial<MenuFacts> = {}) =>
  flat(
    applicationMenu({
      isPackaged: true,
      platform: 'linux',
      runCommand: () => undefined,
      zoom: () => undefined,
      ...said,
    }),
  );

const press = (item: MenuItemConstructorOptions | undefined) => {
  item?.click?.({} as never, undefined, {});
};

test('the menu has every app-wide command once, and choosing one only tells the page', () => {
  const runCommand = vi.fn();
  const items = itemsOf({ runCommand });
  for (const { id, title } of APP_COMMANDS) {
    const found = items.filter((item) => item.id === id);
    expect(found.map(({ label }) => label)).toEqual([title]);
    press(found[0]);
  }
  expect(runCommand.mock.calls.map(([id]: unknown[]) => id).sort()).toEqual(
    APP_COMMANDS.map(({ id }) => id).sort(),
  );
});

test('the menu shows the keys of a command and leaves them to the page, so that nothing runs twice', () => {
  const commands = new Set<string | undefined>(APP_COMMANDS.map(({ id }) => id));
  const items = itemsOf().filter(({ id }) => commands.has(id));
  expect(items.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  expect(items.find(({ id }) => id === 'open-palette')?.accelerator).toBe('CommandOrControl+K');
});

test('no two items of a menu want the same keys', () => {
  for (const isPackaged of [true, false]) {
    const keys = itemsOf({ isPackaged }).flatMap(({ accelerator }) => accelerator?.toString() ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('the page can be enlarged, made smaller, and shown as it comes', () => {
  const zoom = vi.fn();
  const items = itemsOf({ zoom });
  for (const id of ['zoom-in', 'zoom-in-unshifted', 'zoom-out', 'zoom-reset']) {
    press(items.find((item) => item.id === id));
  }
  expect(zoom.mock.calls).toEqual([['in'], ['in'], ['out'], ['reset']]);
});
