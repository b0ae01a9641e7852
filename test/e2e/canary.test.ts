import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { answerDialogs, launchRekey } from '../support/launch';
import { heapOf } from '../support/page-heap';
import { visibleTokens } from '../support/server-facts';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  selectOverdue,
  waitForLook,
  withoutOverlap,
} from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('SECURITY X1, X2: after a rotation and a failure no value is in the page’s memory, its text or its title', async () => {
  const server = await startDemoServer({ profile: 'server-2', seed: 61, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  await selectOverdue(page, 3);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  await withoutOverlap(page.getByRole('dialog', { name: 'Rotation plan' }));
  await confirmPlan(page, 'acme', 3);
  const tray = page.getByRole('region', { name: 'Hand-over tray' });
  await expect(tray.getByRole('button', { name: /^Reveal/ })).toHaveCount(3);
  const stored = tray.getByRole('button', { name: /^I have stored/ });
  // Copied by main: the value never comes to the page.
  await tray
    .getByRole('button', { name: /^Copy: / })
    .first()
    .click();
  await stored.first().click();
  await expect(stored).toHaveCount(2);
  server.setFaults([{ method: 'DELETE', path: '/token', trouble: { kind: 'status', status: 403 } }]);
  await deleteOld(page, 'acme', 1);
  await expect(page.getByRole('region', { name: 'Rotation run' })).toContainText('1 needs you');

  const secrets = visibleTokens(server.state).map(({ token }) => token.value);
  expect(secrets).toHaveLength(603);
  expect(secrets).toContain(server.token.reveal());
  const found = (text: string) => secrets.filter((secret) => text.includes(secret));
  expect(found(await page.content())).toEqual([]);
  expect(found(await page.title())).toEqual([]);
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
  expect(found(titles.join(' '))).toEqual([]);
  const heap = await heapOf(page);
  expect(heap).toContain('Hand-over tray');
  expect(found(heap)).toEqual([]);
  await close();
  await server.stop();
});
