import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { launchRekey, type Rekey } from '../support/launch';
import { agesByHand, timesByHand } from '../support/picture-by-hand';
import { dueByHand, visibleTokens } from '../support/server-facts';
import { connectTo, waitForLook } from '../support/walk';

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

const ages = (page: Page) => page.getByRole('toolbar', { name: 'Age by scope' });
const dues = (page: Page) => page.getByRole('toolbar', { name: 'Due by policy' });
const expiries = (page: Page) => page.getByRole('toolbar', { name: 'Expiry at CircleCI' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Filter tokens' });
const asTable = (page: Page) => page.getByRole('button', { name: 'Show as table' });
const expectShown = (page: Page, count: number) =>
  expect(page.getByText(/selected of [\d,]+ shown/)).toContainText(`of ${String(count)} shown`);

const wordsOf = (bars: Locator) =>
  bars.getByRole('button').evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));

const counted = (count: number) => `${String(count)} token${count === 1 ? '' : 's'}`;

test('the bars count what the server has, and the charts draw under the page’s policy', async () => {
  const { page, complaints } = rekey;
  await expect(ages(page)).toBeVisible();
  const bands: readonly (readonly [string, readonly [number, number] | undefined])[] = [
    ['30 days or less', [0, 30]],
    ['31 to 90 days', [31, 90]],
    ['91 to 180 days', [91, 180]],
    ['181 to 365 days', [181, 365]],
    ['Over 365 days', [366, Infinity]],
    ['Unknown age', undefined],
  ];
  expect(await wordsOf(ages(page))).toEqual(
    bands.map(([words, days]) => {
      const parts = agesByHand(server.state, NOW, days);
      const total = parts.reduce((sum, [, count]) => sum + count, 0);
      return [
        `${words}: ${counted(total)}`,
        ...parts.map(([name, count]) => `${String(count)} ${name}`),
      ].join(', ');
    }),
  );
  const weeks = [undefined, ...Array.from({ length: 13 }, (_, week) => [week * 7, week * 7 + 6] as const)];
  const expected = weeks.map((days) => timesByHand(server.state, NOW, days));
  // The charts come up one after the other.
  await expect(dues(page).getByRole('button').first()).toBeVisible();
  await expect(expiries(page).getByRole('button').first()).toBeVisible();
  const [due, expiring] = [await wordsOf(dues(page)), await wordsOf(expiries(page))];
  expect(due.map((words) => Number(/: (\d+)/.exec(words ?? '')?.[1]))).toEqual(
    expected.map((one) => one.due),
  );
  expect(expiring.map((words) => Number(/: (\d+)/.exec(words ?? '')?.[1]))).toEqual(
    expected.map((one) => one.expires),
  );
  expect(due[0]).toBe(`Already past: ${String(dueByHand(server.state, NOW))} tokens due by the policy`);
  expect(due[1]).toMatch(/^24 Nov to 30 Nov: /);
  await expect(page.locator('.chart-drawing .filled').first()).toBeVisible();
  expect(await page.locator('style').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a press on a bar shows its tokens, on a part of it those of the scope, and a second press shows all again', async () => {
  const { page } = rekey;
  const total = (days: readonly [number, number]) =>
    agesByHand(server.state, NOW, days).reduce((sum, [, count]) => sum + count, 0);
  const admins = new Map(agesByHand(server.state, NOW, [31, 90])).get('Admin') ?? 0;
  const band = ages(page).getByRole('button', { name: /^31 to 90 days/ });
  // At its foot, below the axis, there is no part of the bar.
  await band.click({ position: { x: 20, y: 110 } });
  await expect(search(page)).toHaveValue('age:31..90');
  await expectShown(page, total([31, 90]));
  await expect(band).toHaveAttribute('aria-pressed', 'true');
  // The other bars keep their counts: the picture leaves out what it wrote itself.
  await expect(ages(page).getByRole('button', { name: /^91 to 180 days/ })).toHaveAccessibleName(
    new RegExp(`: ${String(total([91, 180]))} tokens`),
  );
  await page.screenshot({ path: 'test-results/screens/overview-chosen.png' });
  await band.click({ position: { x: 20, y: 110 } });
  await expect(search(page)).toHaveValue('');
  await expectShown(page, 600);

  const part = page.locator('.chart-drawing .filled-admin.can-press').nth(1);
  await part.click();
  await expect(search(page)).toHaveValue('age:31..90 scope:admin');
  await expectShown(page, admins);
  await page.screenshot({ path: 'test-results/screens/overview-part-chosen.png' });
  await part.click();
  await expectShown(page, 600);

  const expiring = visibleTokens(server.state).filter(({ token }) => token.expiresAt !== undefined);
  await expiries(page)
    .getByRole('button', { name: /: [1-9]\d* tokens? expire/ })
    .first()
    .click();
  await expect(search(page)).toHaveValue(/^expires:\d+\.\.\d+$/);
  expect(expiring.length).toBeGreaterThan(0);
  await dues(page)
    .getByRole('button', { name: /^Already past/ })
    .click();
  await expect(search(page)).toHaveValue('duein:<0');
  await expectShown(page, dueByHand(server.state, NOW));
});

test('the bars are walked and pressed by keyboard, and all of them are one stop', async () => {
  const { page } = rekey;
  const bars = ages(page).getByRole('button');
  await expect(bars.first()).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).focus();
  await page.keyboard.press('Tab');
  await expect(bars.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(bars.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('age:unknown');
  await expect(bars.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(bars.nth(4)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dues(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(bars.nth(4)).toBeFocused();
});

test('the numbers above say the same, filter, and name what could not be read', async () => {
  const { page } = rekey;
  const strip = page.getByRole('group', { name: 'At a glance' });
  const due = dueByHand(server.state, NOW);
  await strip.getByRole('button', { name: `${String(due)} due` }).click();
  await expectShown(page, due);
  await strip.getByRole('button', { name: `${String(due)} due` }).click();
  const unknown = visibleTokens(server.state).filter(({ token }) => token.hidesAge).length;
  await strip.getByRole('button', { name: `${String(unknown)} unknown age` }).click();
  await expectShown(page, unknown);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await strip.getByRole('button', { name: /overdue Admin$/ }).click();
  await expect(search(page)).toHaveValue('due:overdue scope:admin');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(strip).toContainText('119 of 120 projects PARTIAL');

  const forbidden = server.state.projects.find(
    ({ isForbidden, tokens }) => !isForbidden && tokens.length > 0,
  );
  Object.assign(forbidden ?? {}, { isForbidden: true });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  await strip.getByRole('button', { name: /^118 of 120 projects PARTIAL/ }).click();
  await expect(page.getByRole('tab', { name: 'Coverage 2 not read' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('as tables the same counts can be pressed', async () => {
  const { page } = rekey;
  await asTable(page).click();
  const table = page.getByRole('table', { name: /^Age by scope/ });
  await expect(table).toContainText('The policy allows Admin 90 days, Personal 90 days, Read Only 180 days');
  await expect(table.getByRole('columnheader')).toHaveText([
    'Age',
    'Admin',
    'Read Only',
    'Status',
    'Personal',
    'Other',
    'All',
  ]);
  await expect(table.getByRole('rowheader')).toHaveCount(6);
  const admins = new Map(agesByHand(server.state, NOW, [0, 30])).get('Admin') ?? 0;
  await table.getByRole('button', { name: `${String(admins)} Admin, 30 days or less` }).press('Enter');
  await expect(search(page)).toHaveValue('age:<=30 scope:admin');
  await expectShown(page, admins);
  await expect(page.getByRole('table', { name: 'Due and expiring' }).getByRole('row')).toHaveCount(15);
  await expect(page.getByRole('table', { name: 'Due state by scope' }).getByRole('row')).toHaveCount(7);
  await asTable(page).click();
  await expect(ages(page)).toBeVisible();
});

test('it folds away by itself in a low window, and then stays as a person left it', async () => {
  const { app, page } = rekey;
  const size = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, given) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(given.width, given.height);
      },
      { width, height },
    );
  const fold = page.getByRole('button', { name: 'Overview', exact: true });
  await size(1280, 800);
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await size(1000, 700);
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(ages(page)).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'At a glance' })).toBeVisible();
  await fold.click();
  await expect(ages(page)).toBeVisible();
  await size(1280, 800);
  await fold.click();
  await size(1280, 820);
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pictures and their tables are clean to axe in ${colorScheme}, wide and narrow`, async () => {
    const { app, page, complaints } = rekey;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(ages(page)).toBeVisible();
    for (const width of [1280, 900]) {
      await app.evaluate(({ BrowserWindow }, wide) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 800);
      }, width);
      await expect(dues(page).getByRole('button')).toHaveCount(width === 1280 ? 14 : 8);
      await expectClean(page, `overview-${colorScheme}-${String(width)}`);
      await asTable(page).click();
      await expectClean(page, `overview-tables-${colorScheme}-${String(width)}`);
      await asTable(page).click();
      await expect(ages(page)).toBeVisible();
    }
    expect(complaints).toEqual([]);
  });
}

async function expectClean(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.overview').analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, name).toEqual([]);
}
