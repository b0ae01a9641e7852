import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import type { AppCommandId } from '../../shared/domain/app-command';
import { expectClean } from '../support/axe';
import { launchRekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Filter tokens' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

const chooseInMenu = (app: ElectronApplication, id: AppCommandId | 'zoom-in') =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);

async function launchConnected() {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
  const rekey = await launchRekey({ now: NOW });
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
  const end = async () => {
    await rekey.close();
    await server.stop();
  };
  return { ...rekey, end };
}

test('the palette finds a command by a part of its name, runs it, and gives the focus back', async () => {
  const { page, end, complaints } = await launchConnected();
  await search(page).focus();
  await page.keyboard.press('Control+k');
  const input = palette(page).getByRole('combobox', { name: 'Find a command' });
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(search(page)).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('go rot');
  const option = palette(page).getByRole('option', { name: /^Go to Rotation/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(heading(page, 'Rotation')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('plan');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('status')).toContainText('Select tokens in the inventory first');
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await end();
});

test('a section brings commands of its own, and takes them away again', async () => {
  const { page, end } = await launchConnected();
  const folder = palette(page).getByRole('option', { name: /^Add an encrypted folder/ });
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('option').first()).toBeVisible();
  await expect(folder).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('encr');
  await folder.click();
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('option').first()).toBeVisible();
  await expect(folder).toHaveCount(0);
  await end();
});

test('keys run commands, and a field keeps the bare ones for typing', async () => {
  const { page, end } = await launchConnected();
  await page.keyboard.press('Control+,');
  await expect(heading(page, 'Settings')).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('a/b?');
  await expect(search(page)).toHaveValue('a/b?');
  await page.keyboard.press('Control+2');
  await expect(heading(page, 'Rotation')).toBeVisible();
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page).getByText('Select all that are shown')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await expect(heading(page, 'Rotation')).toBeVisible();
  await end();
});

test('the app’s menu runs the same commands, and says so when one cannot run', async () => {
  const { app, page, end } = await launchConnected();
  const voice = page.locator('[aria-live=polite]').last();
  await chooseInMenu(app, 'plan-rotation');
  await expect(voice).toHaveText('Select tokens in the inventory first');
  await chooseInMenu(app, 'go-to-settings');
  await expect(heading(page, 'Settings')).toBeVisible();
  await chooseInMenu(app, 'show-shortcuts');
  await expect(sheet(page)).toBeVisible();
  await chooseInMenu(app, 'go-to-inventory');
  await expect(sheet(page).locator('[aria-live=polite]')).toHaveText(
    'Go to Inventory: close the dialog first',
  );
  await expect(heading(page, 'Settings')).toBeAttached();
  await end();
});

test('what was filtered is undone and done again; typing is undone by its field', async () => {
  const { app, page, end } = await launchConnected();
  const voice = page.locator('[aria-live=polite]').last();
  const grid = page.getByRole('grid', { name: 'Tokens' });
  const all = await grid.getAttribute('aria-rowcount');
  await search(page).pressSequentially('deploy');
  await expect(grid).not.toHaveAttribute('aria-rowcount', all ?? '');
  await grid.focus();
  await page.keyboard.press('Control+z');
  await expect(voice).toHaveText('Undone: filter');
  await expect(search(page)).toHaveValue('');
  await expect(grid).toHaveAttribute('aria-rowcount', all ?? '');
  await page.keyboard.press('Control+Shift+z');
  await expect(voice).toHaveText('Redone: filter');
  await expect(search(page)).toHaveValue('deploy');

  await page.keyboard.press('Control+f');
  await page.keyboard.press('End');
  await page.keyboard.type(' bot');
  await page.keyboard.press('Control+z');
  await expect(search(page)).not.toHaveValue('deploy bot');
  await chooseInMenu(app, 'redo');
  await expect(search(page)).toHaveValue('deploy bot');
  await expect(voice).toHaveText('Redone: filter');
  await end();
});

test('the zoom stays between 80 and 200 % and is there again after a restart', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-zoom-'));
  const first = await launchRekey({ userData });
  const ratio = (page: Page) => page.evaluate(() => window.devicePixelRatio);
  expect(await ratio(first.page)).toBe(1);
  for (let step = 0; step < 9; step += 1) await chooseInMenu(first.app, 'zoom-in');
  await expect.poll(() => ratio(first.page)).toBe(2);
  await first.close();
  const second = await launchRekey({ userData });
  await expect.poll(() => ratio(second.page)).toBe(2);
  await second.close();
  await rm(userData, { recursive: true, force: true });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`palette and sheet are clean to axe in ${colorScheme}`, async () => {
    const { page, end } = await launchConnected();
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press('Control+k');
    await expectClean(page, `${colorScheme}-palette`);
    await page.keyboard.type('zzz');
    await expectClean(page, `${colorScheme}-palette-empty`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('?');
    await expectClean(page, `${colorScheme}-shortcuts`);
    await end();
  });
}
