import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { finishByBridge, rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { verifyText, writeLedger } from '../support/ledgers';
import { valueOf } from '../support/value-of';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
/** The real keyring of the session, by name: Chromium would not look for it on a bare X server. */
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];
const SIZE = { projects: 12, tokens: 60 };

const ledgerOf = (page: Page) => page.getByRole('region', { name: 'Ledger' });
const entriesOf = (page: Page) =>
  ledgerOf(page).getByRole('list', { name: 'Entries, the newest first' }).getByRole('listitem');

test('what was done is in the ledger in words; an altered one is told, a cut-off one at the next start, and a new one is begun beside it', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-ledger-'));
  const path = join(userData, 'ledger.jsonl');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 17, now: NOW, size: SIZE });
  const first = await launchRekey({ userData, now: NOW, args: KEYRING });
  await answerDialogs(first.app, 'go');
  await connectTo(first.page, server, 'keychain');
  await waitForLook(first.page);
  const { page } = first;
  const [token] = (await tokensOf(page)).filter(({ kind }) => kind === 'project');
  if (token === undefined) throw new Error('there is no token');
  await rotateByBridge(page, [token], 'ROTATED');
  await untilAtRest(page);
  await finishByBridge(page);

  await page.getByRole('link', { name: 'Evidence' }).click();
  const panel = ledgerOf(page);
  for (const words of [
    `“${token.label}” of ${token.project ?? ''}: done: the old token is no longer in the list`,
    'Confirmed the deletion of 1 old token',
    'Confirmed the rotation of 1 token, old ones kept for 0 h',
    'Connected “acme”',
  ])
    await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByText(/^Looked: COMPLETE|^Looked: PARTIAL/)).toBeVisible();
  await expect(entriesOf(page).first()).toContainText('2026-11-24 12:00 UTC');
  await expect(entriesOf(page).first()).toContainText('acme');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page, `ledger-${colorScheme}`);
  }

  await panel.getByRole('searchbox', { name: 'Filter entries' }).fill('deletion confirmed');
  await expect(panel.getByRole('status')).toHaveText('1 entry shown');
  await expect(entriesOf(page)).toHaveCount(1);
  await panel.getByRole('combobox', { name: 'Kind' }).selectOption('New values');
  await expect(panel.getByText('No entry is like that')).toBeVisible();
  await panel.getByRole('button', { name: 'Show all entries' }).click();

  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(panel.getByText(/^●? ?WHOLE: \d+ entries, each follows the one before\./)).toBeVisible();
  await expect(panel.getByText('The end that the keychain keeps is in it.')).toBeVisible();

  const copy = join(userData, 'copy.jsonl');
  await first.app.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', () => Promise.resolve({ canceled: false, filePath }));
  }, copy);
  await panel.getByRole('button', { name: 'Export ledger …' }).click();
  await expect(panel.getByText(/^Exported \d+ entries as copy\.jsonl\./)).toBeVisible();
  const exported = valueOf(verifyText(await readFile(copy, 'utf8')));
  await expect(panel.locator('.ledger-head')).toHaveText(
    `${String(exported.entries.length)}:${exported.head}`,
  );
  await expect(panel.getByText(/^Exported the ledger/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/ledger-exported.png' });

  const whole = await readFile(path, 'utf8');
  expect(whole).not.toContain(server.token.reveal());
  await writeFile(path, whole.replace('"count":1}', '"count":9}'));
  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(panel.getByRole('alert')).toContainText(/This ledger is ALTERED: entry \d+ does not fit/);
  await page.screenshot({ path: 'test-results/screens/ledger-altered.png' });
  await writeFile(path, whole);
  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  expect(first.complaints).toEqual([]);
  await first.close();

  const ended = await readFile(path, 'utf8');
  const cut = `${ended.split('\n').slice(0, 4).join('\n')}\n`;
  await writeFile(path, cut);
  const second = await launchRekey({ userData, now: NOW, args: KEYRING });
  await answerDialogs(second.app, 'go');
  await second.page.getByRole('link', { name: 'Evidence' }).click();
  const alert = ledgerOf(second.page).getByRole('alert');
  await expect(alert).toContainText('This ledger is TRUNCATED');
  await expectClean(second.page, 'ledger-truncated');
  expect(await readFile(path, 'utf8')).toBe(cut);
  await alert.getByRole('button', { name: 'Start a new ledger …' }).click();
  await expect(alert).toHaveCount(0);
  await expect(
    ledgerOf(second.page).getByText(/^Began a new ledger: the one before was truncated/),
  ).toBeVisible();
  expect((await askedDialogs(second.app)).map(({ message }) => message)).toEqual(['Start a new ledger?']);
  const [aside = ''] = (await readdir(userData)).filter((name) => name.startsWith('ledger-set-aside-'));
  expect(await readFile(join(userData, aside), 'utf8')).toBe(cut);
  expect(valueOf(verifyText(await readFile(path, 'utf8'))).entries[0]?.fact.kind).toBe('ledger-begun');
  await second.close();
  await rm(userData, { recursive: true, force: true });
  await server.stop();
});

test('without a keychain the ledger says that a missing end would not be noticed', async () => {
  test.skip(process.platform !== 'linux', 'only Linux has desktops without a keychain');
  const { page, close } = await launchRekey({ now: NOW, args: ['--password-store=basic'] });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  await page.getByRole('link', { name: 'Evidence' }).click();
  await expect(ledgerOf(page).getByText('This computer has no real keychain')).toBeVisible();
  await close();
});

test('a hundred thousand entries are scrolled, narrowed and verified', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-ledger-'));
  await writeLedger(join(userData, 'ledger.jsonl'), 100_000);
  const { page, close } = await launchRekey({ userData, now: NOW, args: ['--password-store=basic'] });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  await page.getByRole('link', { name: 'Evidence' }).click();
  const panel = ledgerOf(page);
  await expect(panel.getByText(/^100,00\d entries$/)).toBeVisible();
  await panel.locator('.ledger-entries').focus();
  await page.keyboard.press('End');
  await expect(panel.getByText('Confirmed the deletion of 1 old token', { exact: true })).toBeVisible();
  expect(await entriesOf(page).count()).toBeLessThan(100);
  await panel.getByRole('searchbox', { name: 'Filter entries' }).fill('deletion 77777');
  await expect(panel.getByRole('status')).toHaveText('1 entry shown');
  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(panel.getByText(/WHOLE: 100,00\d entries/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/ledger-100000.png' });
  await close();
  await rm(userData, { recursive: true, force: true });
});
