import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { launchRekey } from '../support/launch';
import { connectTo, selectOverdue, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('in a window of 900 by 700 a plan shows what confirms it, and its rows give way', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 2026, now: NOW });
  const { page, close } = await launchRekey({ now: NOW });
  await page.setViewportSize({ width: 900, height: 700 });
  await connectTo(page, server);
  await waitForLook(page);
  await selectOverdue(page, 8);
  await page.getByRole('button', { name: /^Plan rotation/ }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('textbox', { name: /^Type/ })).toBeInViewport({ ratio: 1 });
  const rows = plan.getByRole('list', { name: 'Tokens of this plan' }).getByRole('listitem');
  await expect(rows.nth(2)).toBeInViewport({ ratio: 1 });
  await expect(rows.last()).not.toBeInViewport();
  await rows.last().scrollIntoViewIfNeeded();
  await expect(rows.last()).toBeInViewport();
  await expect(plan.getByRole('textbox', { name: /^Type/ })).toBeInViewport({ ratio: 1 });
  await close();
  await server.stop();
});
