import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectPrivate } from '../support/expect-private';
import { answerDialogs, launchRekey } from '../support/launch';
import { visibleTokens } from '../support/server-facts';
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
/** The real keyring of the session, by name: Chromium would not look for it on a bare X server. */
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];

test('with a real keychain, a restart shows the last inventory and the hand-over tray, and no secret is on disk', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-keychain-'));
  const server = await startDemoServer({ profile: 'server-2', seed: 9, now: NOW });
  const first = await launchRekey({ userData, now: NOW, args: KEYRING });
  await answerDialogs(first.app, 'go');
  await connectTo(first.page, server, 'keychain');
  await waitForLook(first.page);
  const before = visibleTokens(server.state);
  await selectOverdue(first.page, 3);
  await first.page.getByRole('button', { name: 'Plan rotation' }).click();
  await expect(first.page.getByText('keeps its secrets in memory only')).toHaveCount(0);
  await withoutOverlap(first.page.getByRole('dialog', { name: 'Rotation plan' }));
  await confirmPlan(first.page, 'acme', 3);
  await expect(first.page.getByRole('button', { name: /^Reveal/ })).toHaveCount(3);
  await expect(first.page.getByRole('region', { name: 'Rotation run' }).getByRole('status')).toHaveText(
    /^Partly/,
  );
  await first.page.getByRole('link', { name: 'Inventory' }).click();
  // The inventory follows what the run read: the new tokens are in it beside the old ones.
  await expect(statusOf(first.page)).toContainText(`${String(visibleTokens(server.state).length)} tokens`);
  const status = (await statusOf(first.page).textContent()) ?? '';
  await first.close();

  const requests = server.state.requests.length;
  const second = await launchRekey({ userData, now: NOW, args: KEYRING });
  await answerDialogs(second.app, 'go');
  await expect(statusOf(second.page)).toHaveText(status);
  await expect(second.page.getByText('Last look 12:00 UTC')).toBeVisible();
  await second.page.screenshot({ path: 'test-results/screens/after-restart.png' });
  await second.page.getByRole('link', { name: 'Rotation' }).click();
  const tray = second.page.getByRole('region', { name: 'Hand-over tray' });
  await expect(tray.getByRole('button', { name: /^Reveal/ })).toHaveCount(3);
  expect(server.state.requests).toHaveLength(requests);

  await tray
    .getByRole('button', { name: /^Reveal/ })
    .first()
    .click();
  const value = (await second.page.getByLabel('Token value').textContent()) ?? '';
  const made = visibleTokens(server.state).filter(({ token }) => !before.some((one) => one.token === token));
  expect(made.map(({ token }) => token.value)).toContain(value);
  await second.page.getByRole('dialog').getByRole('button', { name: 'I have stored it' }).click();
  await expect(tray.getByRole('button', { name: /^Reveal/ })).toHaveCount(2);
  expect(server.state.deleted).toEqual([]);
  await deleteOld(second.page, 'acme', 1);
  await expect(second.page.getByText('Waiting to be deleted')).toHaveCount(0);
  expect(server.state.deleted).toHaveLength(1);
  await second.close();

  const secrets = [
    ...visibleTokens(server.state).map(({ token }) => token.value),
    ...server.state.deleted.map((token) => token.value),
  ];
  expect(secrets).toContain(server.token.reveal());
  const files = await allFiles(userData);
  expect(files.some((path) => path.endsWith('.sealed'))).toBe(true);
  expect(files.some((path) => path.endsWith('rekey.log'))).toBe(true);
  for (const path of files) {
    const content = await readFile(path);
    const found = secrets.filter((secret) => content.includes(secret));
    expect(found, path).toEqual([]);
  }
  for (const path of files.filter(
    (name) => /\.(sealed|json|journal|log)$/.test(name) && !name.includes('Preferences'),
  )) {
    await expectPrivate(path);
  }
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

async function allFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
