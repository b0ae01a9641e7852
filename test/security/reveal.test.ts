import { expect, test } from 'playwright/test';

import { rotateByBridge, runsOf, tokensOf } from '../support/bridge-walk';
import { answerDialogs, launchRekey } from '../support/launch';
import { waitForLook } from '../support/walk';

test('SECURITY X9: the window is kept out of screenshots while a value is shown, and only then', async () => {
  const { app, page, close } = await launchRekey();
  await answerDialogs(app, 'go');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const calls: boolean[] = [];
    Reflect.set(globalThis, 'protections', calls);
    if (window !== undefined) window.setContentProtection = (isOn) => calls.push(isOn);
  });
  const protections = () => app.evaluate(() => Reflect.get(globalThis, 'protections') as readonly boolean[]);

  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  const token = (await tokensOf(page)).find(({ kind, scope }) => kind === 'project' && scope === 'status');
  expect(token).toBeDefined();
  await rotateByBridge(page, token === undefined ? [] : [token]);
  await expect.poll(async () => (await runsOf(page))[0]?.rows[0]?.step).toBe('verified');
  const row = (await runsOf(page))[0]?.rows[0]?.id;
  if (row === undefined) throw new Error('there is no row');

  const reveal = (id: typeof row) =>
    page.evaluate(async (asked) => (await window.bridge['handover:reveal']({ row: asked })).ok, id);
  expect(await reveal(`row_${'0'.repeat(32)}` as typeof row)).toBe(false);
  expect(await protections()).toEqual([]);
  expect(await reveal(row)).toBe(true);
  expect(await protections()).toEqual([true]);
  await page.evaluate((asked) => window.bridge['handover:hide']({ row: asked }), row);
  expect(await protections()).toEqual([true, false]);
  await close();
});
