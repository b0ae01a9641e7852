import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from 'playwright/test';

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

/** Presses Tab until something has the focus, as somebody does who has no pointer. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** More than any way in the window takes. */
const MOST_STOPS = 60;

test('from the first screen to a planned rotation by the keys of the keyboard alone', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
  const { page, close } = await launchRekey({ now: NOW });
  const { keyboard } = page;
  await tabTo(page, page.getByRole('textbox', { name: 'Server address' }));
  await keyboard.press('Control+a');
  await keyboard.type(server.address);
  await tabTo(page, page.getByLabel('Personal API token'));
  await keyboard.insertText(server.token.reveal());
  await tabTo(page, page.getByRole('textbox', { name: 'Name this connection' }));
  await keyboard.press('Control+a');
  await keyboard.type(server.organisation);
  const session = page.getByRole('checkbox', { name: 'Keep for this session only' });
  if (await session.isEnabled()) {
    await tabTo(page, session);
    if (!(await session.isChecked())) await keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: 'Connect' }));
  await keyboard.press('Enter');
  await waitForLook(page);

  const search = page.getByRole('searchbox', { name: 'Filter tokens' });
  await tabTo(page, search);
  await keyboard.type('kind:project is:due');
  const grid = page.getByRole('grid', { name: 'Tokens' });
  await tabTo(page, grid);
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(/^3 selected of/)).toBeVisible();
  await keyboard.press('Control+End');
  await expect(grid.getByRole('row', { selected: false }).last()).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Plan rotation' }));
  await keyboard.press('Enter');
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan).toBeVisible();
  await expect(plan.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const words = plan.getByRole('textbox', { name: /^Type/ });
  await tabTo(page, words);
  await keyboard.type('acme 3');
  await expect(plan.getByRole('button', { name: 'Rotate 3 tokens' })).toBeEnabled();
  await tabTo(page, plan.getByRole('button', { name: 'Cancel' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(server.state.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  await close();
  await server.stop();
});
