import { expect, test, type ElectronApplication, type Locator, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, launchRekey } from '../support/launch';
import { dueByHand, fingerprint, visibleTokens } from '../support/server-facts';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  selectOverdue,
  statusOf,
  waitForLook,
  withoutOverlap,
} from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('an old server is connected by address and token, and its tokens are rotated through the hand-over tray', async () => {
  const server = await startDemoServer({ profile: 'server-2', seed: 22, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const due = dueByHand(server.state, NOW);
  await expect(statusOf(page)).toHaveText(`600 tokens · ${String(due)} due · PARTIAL (119 of 120 projects)`);
  const before = visibleTokens(server.state);

  await selectOverdue(page, 10);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await plan
    .getByRole('button', { name: /^Deliver to …: / })
    .first()
    .click();
  await expect(
    plan.getByText(/^This server has no API v2, so Rekey cannot write to its variables\./),
  ).toBeVisible();
  await expect(plan.getByRole('combobox', { name: 'Place', exact: true })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/screens/server-2-plan.png' });
  await withoutOverlap(plan);
  await confirmPlan(page, 'acme', 10);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 10 done, 10 waiting.');
  const tray = page.getByRole('region', { name: 'Hand-over tray' });
  await expect(tray.getByRole('button', { name: /^Reveal/ })).toHaveCount(10);
  expect(server.state.deleted).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/hand-over-tray.png' });

  const made = () =>
    visibleTokens(server.state).filter(({ token }) => !before.some((one) => one.token === token));
  const protections = await watchProtection(app);
  for (let left = 10; left > 0; left -= 1) {
    await expect(tray.getByRole('button', { name: /^Reveal/ })).toHaveCount(left);
    await expect(tray.getByRole('button', { name: /^I have stored/ }).first()).toBeDisabled();
    const value = await storeFirst(page, tray);
    expect(made().map(({ token }) => token.value)).toContain(value);
    await expect(page.getByText(value)).toHaveCount(0);
  }
  // SECURITY X9: on while a value is shown, off when it is put away, ten times.
  await expect.poll(protections).toEqual(Array.from({ length: 10 }, () => [true, false]).flat());
  await expect(tray).toHaveCount(0);
  await deleteOld(page, 'acme', 10);
  await expectInTheEnd(run.getByRole('status'), 'Done: 10 of 10 done.');
  expect(made()).toHaveLength(10);
  expect(server.state.deleted).toHaveLength(10);
  const shape = (tokens: readonly { readonly label: string; readonly scope: string }[]) =>
    tokens.map(({ label, scope }) => `${label} ${scope}`).sort();
  expect(shape(made().map(({ token }) => token))).toEqual(shape(server.state.deleted));
  const untouched = (placed: typeof before) =>
    fingerprint(placed.filter(({ token }) => !madeNow.has(token) && !server.state.deleted.includes(token)));
  const madeNow = new Set(made().map(({ token }) => token));
  expect(untouched(visibleTokens(server.state))).toEqual(untouched(before));
  expect(untouched(before)).toHaveLength(before.length - 10);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('a value that is discarded takes its new token with it and leaves the old one alone', async () => {
  const server = await startDemoServer({ profile: 'server-2', seed: 22, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const before = visibleTokens(server.state);
  await selectOverdue(page, 1);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  await page.getByRole('textbox', { name: 'Type acme 1 to confirm' }).fill('acme 1');
  await page.getByRole('button', { name: 'Rotate 1 token' }).click();
  await page.getByRole('button', { name: /^Reveal/ }).click();
  await page.getByRole('button', { name: 'Discard and delete the new token' }).click();
  await expect(page.getByText('Left as it was', { exact: true })).toBeVisible();
  expect(visibleTokens(server.state)).toEqual(before);
  await close();
  await server.stop();
});

/** Reveals the first value of the tray, finds that nothing but a decision puts it away, and says that it is stored. */
async function storeFirst(page: Page, tray: Locator): Promise<string> {
  await tray
    .getByRole('button', { name: /^Reveal/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'New value' });
  const value = await dialog.getByLabel('Token value').textContent();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await expect(dialog).toHaveCount(0);
  return value ?? 'no value';
}

/** Notes what the window is told of its protection from now on. */
async function watchProtection(app: ElectronApplication): Promise<() => Promise<unknown>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const calls: boolean[] = [];
    Reflect.set(globalThis, 'protections', calls);
    if (window !== undefined) window.setContentProtection = (isOn) => calls.push(isOn);
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'protections') as unknown);
}
