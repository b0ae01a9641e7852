import { expect, test, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { launchRekey, type Rekey } from '../support/launch';
import { visibleTokens } from '../support/server-facts';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let rekey: Rekey;

test.beforeEach(async () => {
  server = await startDemoServer({ profile: 'cloud-time', seed: 7, now: NOW });
  rekey = await launchRekey({ now: NOW });
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
});

test.afterEach(async () => {
  await rekey.close();
  await server.stop();
});

const gridOf = (page: Page) => page.getByRole('grid', { name: 'Tokens' });
const shownCount = (page: Page) => page.getByText(/selected of [\d,]+ shown/);

test('a query that is typed shows what the server has, and each part of it is a chip that can be taken out', async () => {
  const { page, complaints } = rekey;
  const search = page.getByRole('searchbox', { name: 'Filter tokens' });
  await search.fill('scope:admin -project:api kind:project');
  const expected = visibleTokens(server.state).filter(
    ({ token, project }) => token.scope === 'all' && project !== '' && !project.includes('api'),
  );
  await expect(shownCount(page)).toContainText(`of ${String(expected.length)} shown`);
  await expect(page.getByRole('button', { name: /^Admin/ })).toHaveAttribute('aria-pressed', 'true');
  await page.screenshot({ path: 'test-results/screens/inventory-query.png' });
  await page.getByRole('button', { name: 'Remove filter Not project: api' }).click();
  await expect(search).toHaveValue('scope:admin kind:project');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(shownCount(page)).toContainText('of 600 shown');
  expect(complaints).toEqual([]);
});

test('rows are grouped with counts, a group is selected as a whole, and the selection survives sorting', async () => {
  const { page } = rekey;
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('scope');
  const admins = visibleTokens(server.state).filter(({ token }) => token.scope === 'all');
  await gridOf(page).getByRole('checkbox', { name: 'Select all of Admin' }).click();
  await expect(shownCount(page)).toContainText(`${String(admins.length)} selected of 600`);
  await page.getByRole('button', { name: /^Admin/, expanded: true }).click();
  await page.screenshot({ path: 'test-results/screens/inventory-groups.png' });
  await gridOf(page).getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
  await expect(gridOf(page).getByRole('columnheader', { name: 'Created' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(shownCount(page)).toContainText(`${String(admins.length)} selected of 600`);
});

test('columns are hidden, shown, moved and sized, and give way in a narrow window', async () => {
  const { app, page } = rekey;
  const heads = () => gridOf(page).getByRole('columnheader').getByRole('button').allTextContents();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Kind', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Coverage', exact: true }).check();
  await page.getByRole('button', { name: 'Move Due up' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await heads()).toEqual([
    'Label',
    'Scope',
    'Project',
    'Owner',
    'Created',
    'Last used',
    'Due',
    'Expires',
    'Coverage',
  ]);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(900, 700);
  });
  await expect(gridOf(page).getByRole('columnheader', { name: 'Last used' })).toHaveCount(0);
  await expect(gridOf(page).getByRole('columnheader', { name: 'Due' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/inventory-narrow.png' });
});

test('the grid is walked by keyboard: a cell, a page, an end, a selection that extends, a head that sorts', async () => {
  const { page } = rekey;
  const grid = gridOf(page);
  await grid.focus();
  const active = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    });
  expect(await active()).toBe('2');
  await page.keyboard.press('Control+End');
  await expect.poll(active).toBe('601');
  await page.keyboard.press('PageUp');
  expect(Number(await active())).toBeLessThan(601);
  await page.keyboard.press('Control+Home');
  await expect.poll(active).toBe('2');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(shownCount(page)).toContainText('3 selected of 600');
  await page.keyboard.press('Control+a');
  await expect(shownCount(page)).toContainText('600 selected of 600');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'Label' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await grid.getAttribute('aria-rowcount')).toBe('601');
  await expect(statusOf(page)).toContainText('600 tokens');
});
