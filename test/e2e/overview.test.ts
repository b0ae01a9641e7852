import { expect, test, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { launchRekey, type Rekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let rekey: Rekey;

test.beforeEach(async () => {
  server = await startDemoServer({ profile: 'cloud-time', seed: 7, now: NOW });
  rekey = await launchRekey({ now: NOW });
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
});

test.afterEach(async () => {
  await rekey.close();
  await server.stop();
});

test('looks', async () => {
  const { page, complaints, app } = rekey;
  await expect(page.getByRole('toolbar', { name: 'Age by scope' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [w, h] of [[1280, 800], [900, 800]] as const) {
      await app.evaluate(({ BrowserWindow }, [w, h]) => { BrowserWindow.getAllWindows()[0]?.setSize(w, h); }, [w, h] as const);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `test-results/screens/overview-${colorScheme}-${String(w)}.png` });
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.waitForTimeout(200);
      await page.screenshot({ path: `test-results/screens/overview-table-${colorScheme}-${String(w)}.png` });
      await page.getByRole('button', { name: 'Show as table' }).click();
    }
  }
  expect(complaints).toEqual([]);
});
