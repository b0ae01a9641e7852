import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { launchRekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const heads = (page: Page) =>
  page.getByRole('grid', { name: 'Tokens' }).getByRole('columnheader').getByRole('button').allTextContents();

const overview = (page: Page) => page.getByRole('button', { name: 'Overview', exact: true });

test('after a restart the window, its columns, views of one’s own and the folded overview are as they were left, however soon it was closed', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-remembered-'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
  const first = await launchRekey({ userData, now: NOW, args: KEYRING });
  await connectTo(first.page, server, 'keychain');
  await waitForLook(first.page);
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1180, height: 760 });
  });
  await expect.poll(() => first.page.evaluate(() => window.innerWidth)).toBe(1180);

  await first.page.getByRole('button', { name: 'Columns' }).click();
  await first.page.getByRole('checkbox', { name: 'Kind', exact: true }).uncheck();
  await first.page.getByRole('checkbox', { name: 'Connection', exact: true }).check();
  await first.page.getByRole('button', { name: 'Move Due up' }).click();
  await first.page.getByRole('button', { name: 'Close' }).click();
  await overview(first.page).click();
  await expect(overview(first.page)).toHaveAttribute('aria-expanded', 'false');
  await first.page.getByRole('searchbox', { name: 'Filter tokens' }).fill('scope:admin age:>90');
  await first.page.getByRole('button', { name: 'Views', exact: true }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Saved views' });
  await dialog.getByRole('textbox', { name: 'Save what is shown now as' }).fill('Old admins');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByRole('status')).toHaveText('“Old admins” is saved.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const [left, bounds] = [await heads(first.page), await boundsOf(first.app)];
  expect(left).toContain('Connection');
  expect(left).not.toContain('Kind');
  const shown = await first.page.getByRole('grid', { name: 'Tokens' }).getAttribute('aria-rowcount');
  await first.close();

  const again = await launchRekey({ userData, now: NOW, args: KEYRING });
  await waitForLook(again.page);
  expect(await heads(again.page)).toEqual(left);
  expect(await boundsOf(again.app)).toEqual(bounds);
  await expect(overview(again.page)).toHaveAttribute('aria-expanded', 'false');
  await again.page.getByRole('combobox', { name: 'Saved view' }).selectOption('Old admins');
  await expect(again.page.getByRole('searchbox', { name: 'Filter tokens' })).toHaveValue(
    'scope:admin age:>90',
  );
  await expect(again.page.getByRole('grid', { name: 'Tokens' })).toHaveAttribute(
    'aria-rowcount',
    shown ?? '',
  );

  await again.page.getByRole('button', { name: 'Columns' }).click();
  await again.page.getByRole('checkbox', { name: 'Owner', exact: true }).uncheck();
  await again.close();
  const third = await launchRekey({ userData, now: NOW, args: KEYRING });
  await waitForLook(third.page);
  expect(await heads(third.page)).not.toContain('Owner');
  await third.close();
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});
