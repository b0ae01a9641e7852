import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, launchRekey, type Rekey } from '../support/launch';
import { visibleTokens } from '../support/server-facts';
import { confirmPlan, connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let rekey: Rekey;

test.beforeEach(async () => {
  server = await startDemoServer({ profile: 'cloud', seed: 31, now: NOW });
  rekey = await launchRekey({ now: NOW });
  await answerDialogs(rekey.app, 'go');
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
});

test.afterEach(async () => {
  await rekey.close();
  await server.stop();
});

test('a personal token that the host does not list is entered by hand, judged, and left alone by a plan', async () => {
  const { page } = rekey;
  const listed = visibleTokens(server.state).filter(({ project }) => project !== 'personal').length;
  await expect(statusOf(page)).toContainText(`${String(listed)} tokens · 0 due`);
  await page.getByRole('button', { name: 'Add a personal token by hand' }).click();
  const register = page.getByRole('dialog', { name: 'Personal tokens kept by hand' });
  await register.getByRole('textbox', { name: 'Label' }).fill('old laptop');
  await register.getByRole('textbox', { name: 'Owner' }).fill('m.roy');
  await register.getByLabel('Created').fill('2025-01-01');
  await register.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(register.getByRole('list', { name: 'Entries' }).getByRole('listitem')).toHaveText(
    /old laptop/,
  );
  await page.screenshot({ path: 'test-results/screens/register.png' });
  await register.getByRole('button', { name: 'Close' }).click();

  await expect(statusOf(page)).toContainText(`${String(listed + 1)} tokens · 1 due`);
  const grid = page.getByRole('grid', { name: 'Tokens' });
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('old laptop');
  const row = grid.getByRole('row', { name: /old laptop/ });
  await expect(row).toContainText('Personal');
  await expect(row).toContainText('Overdue');
  await row.getByRole('checkbox', { name: 'Select old laptop' }).click();

  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('listitem')).toContainText('skipped: kept by hand');
  await expect(plan).toContainText('nothing to rotate');
  await expect(plan.getByRole('button', { name: 'Rotate 0 tokens' })).toBeDisabled();
  await plan.getByRole('button', { name: 'Cancel' }).click();
});

test('a value is delivered to a context and proved there, and its old token waits', async () => {
  const { page } = rekey;
  const context = server.state.contexts[0];
  if (context === undefined) throw new Error('the organisation was expected to have a context');
  const before = visibleTokens(server.state);
  await page
    .getByRole('grid', { name: 'Tokens' })
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await plan.getByRole('button', { name: /^Deliver to …/ }).click();
  await plan
    .getByRole('combobox', { name: 'Place', exact: true })
    .selectOption({ label: `Context ${context.name}` });
  await plan.getByRole('combobox', { name: 'Variable' }).fill('ROTATED_TOKEN');
  await plan.getByRole('button', { name: 'Add', exact: true }).click();
  await page.screenshot({ path: 'test-results/screens/plan-to-context.png' });
  await confirmPlan(page, 'acme', 1);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 1 done, 1 waiting.');
  const made = visibleTokens(server.state).filter(({ token }) => !before.some((one) => one.token === token));
  expect(made.map(({ token }) => token.value)).toEqual([context.variables.get('ROTATED_TOKEN')?.value]);
  expect(server.state.deleted).toEqual([]);
  await expect(run).toContainText(`context ${context.name} / ROTATED_TOKEN`);
});
