import { readFile } from 'node:fs/promises';

import { expect, test } from 'playwright/test';

import { makeOrganisation } from '../../electron/demo/organisation';
import { startDemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { dueByHand, fingerprint, visibleTokens } from '../support/server-facts';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  deliverToProjects,
  selectOverdue,
  statusOf,
  waitForLook,
  withoutOverlap,
} from '../support/walk';
import { nameFiles } from '../support/window-settings';

const NOW = Date.UTC(2026, 10, 24, 12);
/** The seed that the app gives its own demo. */
const DEMO_SEED = 2026;

test('the demo organisation is shown whole, with its due tokens counted as its own data has them', async () => {
  const { page, close, complaints } = await launchRekey({ now: NOW });
  await page.screenshot({ path: 'test-results/screens/connect.png' });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  const state = makeOrganisation({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const due = dueByHand(state, NOW);
  expect(visibleTokens(state)).toHaveLength(600);
  await expect(statusOf(page)).toHaveText(`600 tokens · ${String(due)} due · PARTIAL (119 of 120 projects)`);
  await expect(page.getByRole('grid', { name: 'Tokens' })).toHaveAttribute('aria-rowcount', '601');

  const ageless = state.projects.flatMap(({ tokens }) => tokens).filter(({ hidesAge }) => hidesAge).length;
  const unknown = page.getByRole('group', { name: 'Due' }).getByRole('button', { name: /^Unknown age/ });
  await expect(unknown).toHaveText(`Unknown age${String(ageless)}`);
  await page.screenshot({ path: 'test-results/screens/inventory.png' });

  await page.getByRole('tab', { name: 'Coverage 1 not read' }).click();
  const outcomes = page.getByRole('group', { name: 'Outcome' });
  await outcomes.getByRole('button', { name: /^Refused/ }).click();
  const unread = page.getByRole('region', { name: 'Coverage' }).locator('[data-index]');
  await expect(unread).toHaveCount(1);
  await expect(unread).toContainText('refused access');
  await page.screenshot({ path: 'test-results/screens/coverage.png' });
  expect(complaints).toEqual([]);
  await close();
});

test('ten due tokens are rotated through the window, and nothing else is touched', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const before = visibleTokens(server.state);
  await selectOverdue(page, 10);
  await page.screenshot({ path: 'test-results/screens/selection.png' });

  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(plan.getByRole('button', { name: 'Rotate 10 tokens' })).toBeDisabled();
  await deliverToProjects(plan, 'ROTATED');
  await withoutOverlap(plan);
  const file = test.info().outputPath('plan.csv');
  await nameFiles(app, file);
  await plan.getByRole('button', { name: 'Export plan …' }).click();
  await expect(plan.getByText('The plan is written.')).toBeVisible();
  expect((await readFile(file, 'utf8')).match(/a new token is created/g)).toHaveLength(10);
  expect(visibleTokens(server.state)).toEqual(before);
  await page.screenshot({ path: 'test-results/screens/plan.png' });
  await confirmPlan(page, 'acme', 10);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 10 done, 10 waiting.');
  expect(server.state.deleted).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/retirement-tray.png' });
  await deleteOld(page, 'acme', 10);
  await expectInTheEnd(run.getByRole('status'), 'Done: 10 of 10 done.');
  await page.screenshot({ path: 'test-results/screens/run.png' });
  const [asked, askedToDelete] = await askedDialogs(app);
  expect(asked).toMatchObject({
    message: 'Rotate 10 tokens of acme?',
    buttons: ['Cancel', 'Rotate 10 tokens'],
    defaultId: 0,
  });

  expect(askedToDelete).toMatchObject({ message: 'Delete 10 old tokens of acme?', defaultId: 0 });

  const after = visibleTokens(server.state);
  const old = before.filter(({ token }) => server.state.deleted.includes(token));
  const made = after.filter(({ token }) => !before.some((one) => one.token.id === token.id));
  expect(old).toHaveLength(10);
  expect(made).toHaveLength(10);
  const shape = (placed: typeof before) =>
    placed.map(({ token, project }) => `${project} ${token.label} ${token.scope}`).sort();
  expect(shape(made)).toEqual(shape(old));
  const untouched = (placed: typeof before) =>
    fingerprint(placed.filter((one) => !old.includes(one) && !made.includes(one)));
  expect(untouched(after)).toEqual(untouched(before));

  const delivered = server.state.projects.flatMap(({ slug, variables }) =>
    [...variables].filter(([name]) => name.startsWith('ROTATED')).map(([, { value }]) => `${slug} ${value}`),
  );
  expect(delivered.sort()).toEqual(made.map(({ token, project }) => `${project} ${token.value}`).sort());

  await page.getByRole('link', { name: 'Inventory' }).click();
  await page
    .getByRole('group', { name: 'Due' })
    .getByRole('button', { name: /^Overdue/ })
    .click();
  await expect(statusOf(page)).toContainText(`600 tokens · ${String(dueByHand(server.state, NOW))} due`);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('declining the native question changes nothing, sends nothing, and keeps the plan', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'cancel');
  await connectTo(page, server);
  await waitForLook(page);
  await selectOverdue(page, 2);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('textbox')).toBeVisible();
  const requests = server.state.requests.length;
  await confirmPlan(page, 'acme', 2);
  await expect(plan.getByRole('alert')).toHaveText(/Nothing was changed/);
  expect(server.state.requests).toHaveLength(requests);
  await close();
  await server.stop();
});
