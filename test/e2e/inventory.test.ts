import { join } from 'node:path';

import { expect, test, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { plain, shortened } from '../../renderer/words/token-words';
import { launchRekey, type Rekey } from '../support/launch';
import { DAY_MS } from '../../shared/domain/instant';
import { dueTokens, visibleTokens, type Placed } from '../support/server-facts';
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

test('a token opens beside the list, which keeps its place, and says what the policy thinks of it', async () => {
  const { page } = rekey;
  const grid = gridOf(page);
  await grid.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Token' });
  await expect(panel.getByText(/days old; Balanced allows .*; due since/)).toBeVisible();
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel.getByText('CircleCI’s list').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/inventory-panel.png' });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(shownCount(page)).toContainText('0 selected');
});

test('a view is saved, written to a file, taken from it again and chosen', async () => {
  const { page, app } = rekey;
  const search = page.getByRole('searchbox', { name: 'Filter tokens' });
  await search.fill('scope:status age:>365');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await dialog.getByRole('textbox', { name: 'Save what is shown now as' }).fill('Old badges');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByRole('status')).toHaveText('“Old badges” is saved.');
  const path = join(rekey.userData, 'views-of-mine.json');
  await answerFileDialogs(app, path);
  await dialog.getByRole('button', { name: 'Export …' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 view written.');
  await page.screenshot({ path: 'test-results/screens/views.png' });
  await dialog.getByRole('button', { name: 'Delete the view Old badges' }).click();
  await dialog.getByRole('button', { name: 'Import …' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 view taken.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await search.fill('');
  await page.getByRole('combobox', { name: 'Saved view' }).selectOption('Old badges');
  await expect(search).toHaveValue('scope:status age:>365');
});

test('the saved views show exactly the rows that the server’s own data says', async () => {
  const { page } = rekey;
  const all = visibleTokens(server.state);
  const days = ({ token }: Placed) => Math.floor((NOW - token.createdAt) / DAY_MS);
  const expected: Readonly<Record<string, readonly Placed[]>> = {
    'Due now': dueTokens(server.state, NOW),
    'Admin older than 90 days': all.filter(
      (one) => one.token.scope === 'all' && isDated(one) && days(one) > 90,
    ),
    'No owner': all.filter(({ project }) => project !== 'personal'),
    'Status tokens': all.filter(({ token }) => token.scope === 'status'),
  };
  for (const [view, placed] of Object.entries(expected)) {
    await page.getByRole('combobox', { name: 'Saved view' }).selectOption(view);
    await expect(shownCount(page), view).toContainText(`of ${String(placed.length)} shown`);
    expect(await labelsIn(page), view).toEqual(
      placed.map(({ token }) => shortened(plain(token.label))).sort(),
    );
  }
});

test('what could no longer be read, and what is new since the last session, have views of their own', async () => {
  const { page } = rekey;
  const [unread, fuller] = server.state.projects.filter(
    ({ isForbidden, tokens, slug }) => !isForbidden && tokens.length > 1 && !slug.startsWith('circleci'),
  );
  const [token] = fuller?.tokens ?? [];
  if (unread === undefined || fuller === undefined || token === undefined)
    throw new Error('the demo is too small');
  server.setFaults([
    { method: 'GET', path: `${unread.slug}/token`, trouble: { kind: 'status', status: 403 } },
  ]);
  fuller.tokens = [
    ...fuller.tokens,
    { ...token, id: 'brand-new', label: 'brand new', value: 'not to be seen' },
  ];
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  await page.getByRole('combobox', { name: 'Saved view' }).selectOption('Unreadable projects');
  await expect(shownCount(page)).toContainText(`of ${String(unread.tokens.length)} shown`);
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('none');
  expect(await labelsIn(page)).toEqual(unread.tokens.map(({ label }) => shortened(plain(label))).sort());
  await expect(page.getByRole('gridcell', { name: /not seen since/ }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Saved view' }).selectOption('Changed since last session');
  await expect(shownCount(page)).toContainText('of 1 shown');
  expect(await labelsIn(page)).toEqual(['brand new']);
  await page.getByRole('tab', { name: 'Changes 1' }).click();
  await page.getByRole('button', { name: 'Show brand new' }).click();
  await expect(page.getByRole('complementary', { name: 'Token' })).toBeVisible();
});

const isDated = ({ token }: Placed) => !token.hidesAge;

/** The labels of all rows that are shown, gathered by scrolling through the grid, in the alphabet's order. */
function labelsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const scroll = document.querySelector('.grid-scroll');
    const found = new Map<string, string>();
    const frame = () => new Promise(requestAnimationFrame);
    if (scroll === null) return [];
    for (let top = 0; top <= scroll.scrollHeight; top += scroll.clientHeight / 2) {
      scroll.scrollTop = top;
      await frame();
      await frame();
      for (const row of scroll.querySelectorAll<HTMLElement>('[data-index]')) {
        const label = row.querySelector('[role=gridcell]:nth-child(2) bdi')?.textContent ?? '';
        found.set(row.dataset['index'] ?? '', label);
      }
    }
    return [...found.values()].sort();
  });
}

/** From now on every dialog for a file answers with one path. */
async function answerFileDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', () => Promise.resolve({ canceled: false, filePath }));
    Reflect.set(dialog, 'showOpenDialog', () => Promise.resolve({ canceled: false, filePaths: [filePath] }));
  }, path);
}
