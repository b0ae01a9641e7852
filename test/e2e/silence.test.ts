import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const SIZE = { projects: 12, tokens: 55 };

test('a source that falls silent makes the sync partial, keeps its tokens, and is retired by a person only', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: Date.now(), size: SIZE });
  const { app, page, close } = await launchRekey();
  await connectTo(page, server);
  await waitForLook(page);
  await expect(statusOf(page)).toContainText(/^55 tokens .* COMPLETE$/);

  server.setFaults([
    { path: '/api/v2/me/collaborations', trouble: { kind: 'html' } },
    { path: '/user/token', trouble: { kind: 'status', status: 401 } },
  ]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  await expect(statusOf(page)).toContainText(/^55 tokens .* PARTIAL/);

  const personal = server.state.personal.length;
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('is:unseen');
  const rows = page.getByRole('grid', { name: 'Tokens' }).getByRole('row');
  await expect(rows).toHaveCount(personal + 1);
  await expect(rows.nth(1)).toContainText(/not seen since \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  await page.screenshot({ path: 'test-results/screens/not-seen-since.png' });

  await page.getByRole('tab', { name: /^Coverage/ }).click();
  const sources = page.getByRole('list', { name: /^Sources of/ });
  const silent = sources.getByRole('listitem').filter({ hasText: 'personal tokens' });
  await expect(silent).toContainText('CircleCI did not accept the token');
  await expect(sources.getByRole('listitem').filter({ hasText: 'organisations' })).toContainText(
    'last answered',
  );
  await page.screenshot({ path: 'test-results/screens/coverage-sources.png' });

  await answerDialogs(app, 'cancel');
  await silent.getByRole('button', { name: 'Retire this source… personal tokens' }).click();
  await expect(silent).toBeVisible();
  await answerDialogs(app, 'go');
  await silent.getByRole('button', { name: 'Retire this source… personal tokens' }).click();
  await expect(silent).toHaveCount(0);
  const [asked] = await askedDialogs(app);
  expect(asked?.detail).toContain('Nothing changes at CircleCI');
  await expect(statusOf(page)).toContainText(/^55 tokens .* PARTIAL/);

  server.setFaults([{ path: '/user/token', trouble: { kind: 'status', status: 401 } }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  await expect(statusOf(page)).toContainText(/^55 tokens .* COMPLETE$/);
  await close();
  await server.stop();
});

test('one project that hangs holds nothing back: what came is shown, what is waited for is named, and it can be stopped', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: Date.now(), size: SIZE });
  // Connecting reads the first lists; one of the last hangs for the sync only.
  const slow = server.state.projects.findLast(({ slug }) => slug.startsWith('gh/acme/'));
  const path = `/acme/${slow?.name ?? ''}/token`;
  server.setFaults([{ path, trouble: { kind: 'never-answers' } }]);
  const { page, close } = await launchRekey();
  await connectTo(page, server);
  await expect(page.getByRole('grid', { name: 'Tokens' }).getByRole('row').nth(5)).toBeVisible();
  const waits = page.getByRole('status', { name: 'What is waited for' });
  await expect(waits).toHaveText(`waiting for ${slow?.slug ?? ''}`);
  await page.screenshot({ path: 'test-results/screens/waiting-for.png' });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();

  server.setFaults([{ path, trouble: { kind: 'rate-limit', retryAfter: 100 } }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(waits).toHaveText(/^CircleCI asks to wait 100 s; continuing at \d\d:\d\d:\d\d UTC$/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await close();
  await server.stop();
});
