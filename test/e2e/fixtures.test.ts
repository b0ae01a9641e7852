import { existsSync } from 'node:fs';

import type { ElectronApplication } from 'playwright/test';

import { endApps } from '../support/end-apps';
import { expect, test } from '../support/fixtures';
import { isRunning } from '../support/process-tree';
import { statusOf } from '../support/walk';

test('an app whose main process hangs is killed when its test has failed', async ({ openRekey }) => {
  const { app } = await openRekey();
  const child = app.process();
  await hang(app);
  await endApps(new Map([[app, child]]), { gently: false });
  expect(isRunning(child)).toBe(false);
});

test('an app that does not quit fails the test that passed until then, and is killed', async ({
  openRekey,
}) => {
  const { app } = await openRekey();
  const child = app.process();
  await hang(app);
  await expect(endApps(new Map([[app, child]]), { gently: true, stallMs: 500 })).rejects.toThrow(
    /Nothing has moved for .+ while waiting for the app to quit/,
  );
  expect(isRunning(child)).toBe(false);
});

test('an app that died is no trouble, and its folder is still there to look at', async ({
  app,
  userData,
}) => {
  const died = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await died;
  expect(existsSync(userData)).toBe(true);
});

test('a shared window shows all tokens, whatever the test before did with it', async ({
  shared: { page },
}) => {
  await expect(statusOf(page)).toContainText('600 tokens');
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('nothing has this name');
  await expect(page.getByText('0 selected of 0 shown')).toBeVisible();
});

test('and the test after it begins with an empty filter', async ({ shared: { page } }) => {
  await expect(page.getByRole('searchbox', { name: 'Filter tokens' })).toHaveValue('');
  await expect(page.getByText('0 selected of 600 shown')).toBeVisible();
});

/** Lets the main process do nothing any more, as an endless loop does. */
async function hang(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
}
