import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, launchRekey } from '../support/launch';
import { madeSince } from '../support/server-changes';
import { confirmPlan, connectTo, statusOf, waitForLook, withoutOverlap } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('the token that Rekey works with is rotated when asked for, and the connection goes on with the new one', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 43, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const made = madeSince(server);
  const old = server.token.reveal();
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Personal/ })
    .click();
  await page.getByRole('checkbox', { name: 'Select rekey', exact: true }).click();
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByText('skipped: Rekey works with it, or may')).toBeVisible();
  await plan.getByRole('button', { name: 'Rotate it too: rekey' }).click();
  await expect(plan.getByText(/^Rekey works with this token: it comes last/)).toBeVisible();
  await withoutOverlap(plan);
  await page.screenshot({ path: 'test-results/screens/own-token-plan.png' });
  await confirmPlan(page, 'acme', 1);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 1 done, 1 waiting.');
  expect(made().map(({ token }) => token.label)).toEqual(['rekey']);
  expect(server.state.personal.some(({ value }) => value === old)).toBe(true);

  await page.getByRole('button', { name: 'Delete 1 old token …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 1 old token' });
  await dialog.getByRole('textbox', { name: 'Type DELETE to confirm' }).fill('DELETE');
  await dialog.getByRole('button', { name: 'Delete 1 old token' }).click();
  await expectInTheEnd(run.getByRole('status'), 'Done: 1 of 1 done.');
  expect(server.state.deleted.map(({ value }) => value)).toEqual([old]);

  await page.getByRole('link', { name: 'Inventory' }).click();
  const requests = server.state.requests.length;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => server.state.requests.length).toBeGreaterThan(requests);
  await waitForLook(page);
  await expect(statusOf(page)).toContainText('600 tokens');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('token in memory, for this session')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});
