import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { answerDialogs, launchRekey } from '../support/launch';
import { madeSince } from '../support/server-changes';
import { confirmPlan, connectTo, waitForLook } from '../support/walk';
import { deliverRowTo } from '../support/window-choice';

const NOW = Date.UTC(2026, 10, 24, 12);

const clipboardOf = (app: ElectronApplication) => app.evaluate(({ clipboard }) => clipboard.readText());

test('a copied value is the server’s, and is gone from the clipboard after half a minute', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 44, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  const made = madeSince(server);
  await rotateStatusTokens(page, server, 1);
  const tray = page.getByRole('region', { name: 'Hand-over tray' });
  await expect(tray.getByRole('button', { name: /^I have stored it: / })).toBeDisabled();
  await tray.getByRole('button', { name: /^Copy: / }).click();
  const counting = tray.getByRole('button', { name: /^Clears in \d+ s: / });
  await expect(counting).toBeVisible();
  expect(await clipboardOf(app)).toBe(made()[0]?.token.value);
  await expect(counting).toHaveCount(0, { timeout: 45_000 });
  expect(await clipboardOf(app)).toBe('');

  await tray.getByRole('button', { name: /^Copy badge: / }).click();
  await expect(counting).toBeVisible();
  expect(await clipboardOf(app)).toContain(`circle-token=${made()[0]?.token.value ?? ''}`);
  expect(await clipboardOf(app)).toMatch(/^\[!\[CircleCI\]\(.+\.svg\?.+\)\]\(.+\)$/);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('a Status token that went to a variable still gives its badge, which is cleared before Rekey quits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-clipboard-'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 44, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  const made = madeSince(server);
  await rotateStatusTokens(page, server, 1, 'BADGE_TOKEN');
  const tray = page.getByRole('region', { name: 'Waiting to be deleted' });
  await page.screenshot({ path: 'test-results/screens/badge.png' });
  await tray.getByRole('button', { name: /^Copy badge: / }).click();
  await expect(tray.getByRole('button', { name: /^Clears in \d+ s: / })).toBeVisible();
  const value = made()[0]?.token.value ?? 'no value';
  expect(await clipboardOf(app)).toMatch(/^\[!\[CircleCI\]\(/);
  expect(await clipboardOf(app)).toContain(value);
  await tray.getByRole('button', { name: /^Copy badge address: / }).click();
  await expect.poll(() => clipboardOf(app)).toMatch(/^http[^\s]+\.svg\?/);
  expect(await clipboardOf(app)).toContain(value);

  await noteWrites(app, join(folder, 'writes'));
  await close();
  expect(await readFile(join(folder, 'writes'), 'utf8')).toBe('cleared\n');
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Rotates the first overdue Status tokens: to a variable of their projects, or to the hand-over tray. */
async function rotateStatusTokens(
  page: Page,
  server: DemoServer,
  count: number,
  variable?: string,
): Promise<void> {
  await connectTo(page, server);
  await waitForLook(page);
  await page
    .getByRole('group', { name: 'Scope' })
    .getByRole('button', { name: /^Status/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Tokens' });
  for (let row = 0; row < count; row += 1)
    await grid
      .getByRole('checkbox', { name: /^Select / })
      .nth(row)
      .click();
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('textbox', { name: /to confirm$/ })).toBeVisible();
  if (variable !== undefined) await deliverRowTo(plan, 0, { place: 'Project variable', variable });
  await confirmPlan(page, 'acme', count);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expect(run.getByRole('status')).toHaveText(/^Partly: 0 of \d+ done, \d+ waiting\.$/);
}

/** Notes on the disk, which outlives the app, when the clipboard is emptied from now on. */
const noteWrites = (app: ElectronApplication, path: string) =>
  app.evaluate(({ clipboard }, file) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    const write = clipboard.writeText.bind(clipboard);
    Reflect.set(clipboard, 'writeText', (text: string) => {
      appendFileSync(file, text === '' ? 'cleared\n' : 'written\n');
      return write(text);
    });
  }, path);
