import { expect, type Locator, type Page } from 'playwright/test';

import type { DemoServer } from '../../electron/demo/demo-server';
import { waitWhileMoving } from './patience';

/** Fills the first screen and sends it. */
export async function connect(
  page: Page,
  { address, token, name }: { readonly address: string; readonly token: string; readonly name: string },
  keep: 'keychain' | 'session' = 'session',
): Promise<void> {
  await page.getByRole('textbox', { name: 'Server address' }).fill(address);
  await page.getByLabel('Personal API token').fill(token);
  await page.getByRole('textbox', { name: 'Name this connection' }).fill(name);
  const session = page.getByRole('checkbox', { name: 'Keep for this session only' });
  if (await session.isEnabled()) await session.setChecked(keep === 'session');
  await page.getByRole('button', { name: 'Connect' }).click();
}

export const connectTo = (page: Page, server: DemoServer, keep?: 'keychain' | 'session'): Promise<void> =>
  connect(page, { address: server.address, token: server.token.reveal(), name: server.organisation }, keep);

/** The line that says how much is known. */
export const statusOf = (page: Page): Locator => page.getByRole('status').filter({ hasText: /tokens? · / });

/** Waits until a look has ended, which the way to the next one shows. */
export async function waitForLook(page: Page): Promise<void> {
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await waitWhileMoving({
    what: 'the sync to end',
    read: async () => ({
      hasEnded: await refresh.isVisible(),
      shown: await page.getByRole('status').allTextContents(),
    }),
    isDone: ({ hasEnded }) => hasEnded,
  });
  await expect(statusOf(page)).toHaveText(/(COMPLETE|PARTIAL \(.+\))$/);
}

/** Shows what is overdue and selects the first rows of it. */
export async function selectOverdue(page: Page, count: number): Promise<void> {
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Project/ })
    .click();
  await page
    .getByRole('group', { name: 'Due' })
    .getByRole('button', { name: /^Overdue/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Tokens' });
  const boxes = grid.getByRole('checkbox', { name: /^Select / });
  for (let row = 0; row < count; row += 1) await boxes.nth(row).click();
  await expect(page.getByText(new RegExp(`^${String(count)} selected of`))).toBeVisible();
}

/** Sends every value of the plan that is shown, or those of the first rows, to a variable of its own project. */
export async function deliverToProjects(plan: Locator, variable: string, most = Infinity): Promise<void> {
  const editors = plan.getByRole('button', { name: /^(?:Deliver to …|Close): / });
  await expect(editors.first()).toBeVisible();
  const count = Math.min(await editors.count(), most);
  for (let row = 0; row < count; row += 1) {
    await editors.nth(row).click();
    await plan.getByRole('combobox', { name: 'Variable' }).fill(`${variable}_${String(row)}`);
    await plan.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(plan.getByText(new RegExp(`/ ${variable}_${String(row)}$`)).first()).toBeVisible();
    await editors.nth(row).click();
  }
}

/** Types what the plan asks for and presses the verb. */
export async function confirmPlan(page: Page, organisation: string, count: number): Promise<void> {
  const words = `${organisation} ${String(count)}`;
  await page.getByRole('textbox', { name: `Type ${words} to confirm` }).fill(words);
  await page.getByRole('button', { name: `Rotate ${String(count)} token${count === 1 ? '' : 's'}` }).click();
}

/** Lets the old tokens of a plan be deleted as soon as their successors are proved. */
export const withoutOverlap = async (plan: Locator): Promise<void> => {
  await plan.getByRole('combobox', { name: 'The old tokens' }).selectOption('0');
};

/** Deletes all old tokens that are due, through the dialog that names them. */
export async function deleteOld(page: Page, organisation: string, count: number): Promise<void> {
  const what = `${count.toLocaleString('en')} old token${count === 1 ? '' : 's'}`;
  await page.getByRole('button', { name: `Delete ${what} …` }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${what}` });
  await dialog
    .getByRole('textbox', { name: /^Type .+ to confirm$/ })
    .fill(`${organisation} ${String(count)}`);
  await dialog.getByRole('button', { name: `Delete ${what}` }).click();
}
