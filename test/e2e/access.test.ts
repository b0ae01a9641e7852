import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { answerDialogs, launchRekey } from '../support/launch';
import { confirmPlan, connectTo, selectOverdue, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view and dialog is clean to axe in ${colorScheme}`, async () => {
    const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
    const { app, page, close } = await launchRekey({ now: NOW });
    await page.emulateMedia({ colorScheme });
    const look = async (name: string) => {
      await expectClean(page, name);
      await page.screenshot({ path: `test-results/screens/${colorScheme}-${name}.png` });
    };
    await answerDialogs(app, 'go');
    await look('connect');
    await connectTo(page, server);
    await waitForLook(page);
    await look('inventory');
    await page.getByRole('tab', { name: /^Coverage/ }).click();
    await look('coverage');
    await page.getByRole('tab', { name: /^Changes/ }).click();
    await look('changes');
    await page.getByRole('tab', { name: 'Tokens' }).click();
    await page.getByRole('grid', { name: 'Tokens' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Token' })).toBeVisible();
    await look('token');
    await page.keyboard.press('Escape');
    for (const dialog of ['More filters', 'Columns', 'Views']) {
      await page.getByRole('button', { name: dialog, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(dialog.toLowerCase().replace(' ', '-'));
      await page.getByRole('button', { name: 'Close' }).click();
    }
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('project');
    await look('grouped');
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('none');
    await selectOverdue(page, 3);
    await page.getByRole('button', { name: 'Plan rotation' }).click();
    await expect(page.getByRole('textbox', { name: /^Type/ })).toBeVisible();
    await look('plan');
    await confirmPlan(page, 'acme', 3);
    await expect(page.getByRole('button', { name: /^Reveal/ })).toHaveCount(3);
    await look('rotation');
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    await expect(page.getByLabel('Token value')).toBeVisible();
    await look('reveal');
    await page.getByRole('button', { name: 'Keep in tray' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await look('settings');
    await close();
    await server.stop();
  });
}

async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, name).toEqual([]);
}

test('from start to a planned rotation without a pointer', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
  const { page, close } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  const grid = page.getByRole('grid', { name: 'Tokens' });
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(/^3 selected of/)).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row', { selected: false }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Plan rotation' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rotation plan' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(server.state.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  await close();
  await server.stop();
});
