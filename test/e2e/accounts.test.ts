import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import type { DemoOrganisation } from '../../electron/demo/demo-state';
import { expectClean } from '../support/axe';
import { launchRekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('an account that one works with is somebody once a person says so, leaves like all others, and is there again after a restart', async () => {
  const userData = test.info().outputPath('user-data');
  const size = { projects: 6, tokens: 20 };
  const server = await startDemoServer({ profile: 'cloud', seed: 5, now: NOW, size });
  const first = await launchRekey({ userData, now: NOW });
  const { page } = first;
  await connectTo(page, server);
  await waitForLook(page);
  await page.getByRole('link', { name: 'Leavers' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Read accounts' }).press('Enter');
  const note = page.getByText('CircleCI does not say which of them are people.');
  await expect(note).toContainText('Accounts that you work with: e.marsh, acme.');
  await expect(page.getByRole('status').filter({ hasText: '3 accounts read' })).toBeVisible();
  await expectClean(page, 'accounts-read');

  await page.getByRole('button', { name: 'Say which are people …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Accounts that you work with' });
  const isPerson = dialog.getByRole('button', { name: 'Is a person: e.marsh' });
  const isNot = dialog.getByRole('button', { name: 'Is not: acme' });
  await expect(dialog.getByRole('textbox', { name: 'Find an account' })).toBeFocused();
  await expect(dialog.getByRole('listitem')).toHaveText([/^e\.marshgh\/e\.marsh/, /^acme has projects here/]);
  await page.keyboard.press('Tab');
  await expect(isPerson).toBeFocused();
  await page.keyboard.press('Space');
  await expect(isPerson).toHaveAttribute('aria-pressed', 'true');
  await expect(isPerson).toBeFocused();
  for (const pressed of ['true', 'false', 'true']) {
    await isNot.press('Enter');
    await expect(isNot).toHaveAttribute('aria-pressed', pressed);
  }
  await expectClean(page, 'accounts-judged');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 900, height: 640 });
  await expectClean(page, 'accounts-judged-dark-900');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Every account that you work with is known or judged.')).toBeVisible();
  const people = page.getByRole('list', { name: 'People' });
  await expect(people.getByRole('listitem').filter({ hasText: 'e.marsh' })).toContainText(
    'an account, confirmed by hand',
  );
  await expectClean(page, 'accounts-people-dark-900');

  await page.getByRole('tab', { name: 'Leavers' }).click();
  await page.getByRole('button', { name: 'Choose who leaves …' }).click();
  await page.getByRole('textbox', { name: 'Find somebody' }).fill('marsh');
  await page.getByRole('button', { name: 'Make the checklist: e.marsh' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'e.marsh' })).toBeVisible();
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await launchRekey({ userData, now: NOW });
  await second.page.getByRole('link', { name: 'Leavers' }).click();
  await second.page.getByRole('tab', { name: 'People' }).click();
  await expect(second.page.getByRole('button', { name: 'Details: e.marsh' })).toHaveCount(1);
  await second.page.getByRole('button', { name: 'Say which are people …' }).click();
  await expect(second.page.getByRole('button', { name: 'Is a person: e.marsh' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await second.close();
  await server.stop();
});

test('thousands of accounts with odd names are searched and judged, and a host that fails takes nothing away', async () => {
  const size = { projects: 6, tokens: 20 };
  const server = await startDemoServer({ profile: 'cloud', seed: 5, now: NOW, size });
  const { page, close, complaints } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  const odd = ['<img src=x onerror=alert(1)>', 'مفتاح النشر', 'turned\u202eback', 'x'.repeat(2_000)];
  const names = [...odd, ...Array.from({ length: 3_000 }, (_, index) => `account-${String(index)}`)];
  (server.state.organisations as DemoOrganisation[]).push(
    ...names.map((name) => ({
      id: '1',
      name,
      host: 'github' as const,
      slug: `gh/${encodeURIComponent(name)}`,
    })),
  );
  await page.getByRole('link', { name: 'Leavers' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Read accounts' }).click();
  await expect(page.getByText('and 3,003 more')).toBeVisible();
  await expectClean(page, 'accounts-many');
  await page.getByRole('button', { name: 'Say which are people …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accounts that you work with' });
  await expect(dialog.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '3006');
  await expect(dialog.getByRole('button', { name: 'Is a person: turned\\u202eback' })).toHaveCount(0);
  await dialog.getByRole('textbox', { name: 'Find an account' }).fill('turned');
  await dialog.getByRole('button', { name: 'Is a person: turned\\u202eback' }).press('Space');
  await dialog.getByRole('textbox', { name: 'Find an account' }).fill('');
  const isNot = dialog.getByRole('button', { name: 'Is not: <img src=x onerror=alert(1)>' });
  await isNot.press('Space');
  await expect(isNot).toHaveAttribute('aria-pressed', 'true');
  await expectClean(page, 'accounts-odd');
  await page.setViewportSize({ width: 640, height: 640 });
  await expectClean(page, 'accounts-odd-640');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 800 });

  const path = '/api/v2/me/collaborations';
  server.setFaults([{ path, trouble: { kind: 'never-answers' } }]);
  await page.getByRole('button', { name: 'Read accounts' }).click();
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByRole('alert')).toHaveText(/^You stopped it\. .+ what was known stays\.$/);
  server.setFaults([{ path, trouble: { kind: 'html' } }]);
  await page.getByRole('button', { name: 'Read accounts' }).click();
  await expect(page.getByRole('alert')).toHaveText(/^What was known stays\. The server answered with a page/);
  await expectClean(page, 'accounts-refused');
  await expect(page.getByRole('button', { name: 'Details: turned\\u202eback' })).toHaveCount(1);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});
