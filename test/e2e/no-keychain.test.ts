import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { launchRekey } from '../support/launch';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test.skip(process.platform !== 'linux', 'only Linux has desktops without a keychain');

test('without a real keychain a token is not stored, the page says why, and what is kept is in memory', async () => {
  const server = await startDemoServer({ profile: 'server-2', seed: 41, now: NOW });
  const userData = test.info().outputPath('user-data');
  const args = ['--password-store=basic'];
  const first = await launchRekey({ userData, now: NOW, args });
  await expect(first.page.getByText(/no real keychain, only an obfuscation/)).toBeVisible();
  const session = first.page.getByRole('checkbox', { name: 'Keep for this session only' });
  await expect(session).toBeChecked();
  await expect(session).toBeDisabled();
  await first.page.screenshot({ path: 'test-results/screens/no-keychain.png' });

  const refused = await first.page.evaluate(
    ([address, token]) =>
      window.bridge['connections:connect']({ address, token, name: 'acme', keep: 'keychain' }),
    [server.address, server.token.reveal()] as const,
  );
  expect(refused).toEqual({ ok: false, error: { kind: 'no-keychain', why: 'weak-keyring' } });
  expect(await sealedIn(userData)).toEqual([]);

  await connectTo(first.page, server);
  await waitForLook(first.page);
  expect(await sealedIn(userData)).toEqual([]);
  const status = (await statusOf(first.page).textContent()) ?? '';
  await first.close();

  const second = await launchRekey({ userData, now: NOW, args });
  await expect(statusOf(second.page)).toHaveText(status);
  await expect(second.page.getByRole('button', { name: 'Type the token again' })).toBeVisible();
  await second.close();
  await server.stop();
});

test('without a real keychain the demo works', async () => {
  const { page, close, complaints } = await launchRekey({ now: NOW, args: ['--password-store=basic'] });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  await expect(statusOf(page)).toContainText('600 tokens');
  expect(complaints).toEqual([]);
  await close();
});

/** Every sealed file below the folder. */
async function sealedIn(userData: string): Promise<readonly string[]> {
  const names = await readdir(join(userData, 'vault'), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.sealed'));
}
