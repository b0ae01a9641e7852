import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { launchRekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('where it cannot be read what Rekey did itself, Settings and Changes say so, and what is there stays', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-own-work-'));
  // Root may read anything; a folder in its place nobody can read as a file.
  const file = join(userData, 'own-work.jsonl');
  await mkdir(join(file, 'kept'), { recursive: true });
  const server = await startDemoServer({ profile: 'cloud-time', seed: 53, now: NOW });
  const { page, close } = await launchRekey({ userData, now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await expect(page.getByText('Rekey could not read what it did itself before this start')).toBeVisible();
  await expectClean(page, 'own-work-changes');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('alert')).toContainText('own-work.jsonl, cannot be read; it is left as it is');
  await expectClean(page, 'own-work-settings');
  await close();
  expect(await readdir(file)).toEqual(['kept']);
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});
