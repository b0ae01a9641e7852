import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { BALANCED } from '../../shared/domain/age-policy';
import { DAY_MS } from '../../shared/domain/instant';
import { expectClean } from '../support/axe';
import { answerDialogs, askedDialogs, launchRekey, type Rekey } from '../support/launch';
import { dueUnder, recordsOf } from '../support/server-records';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let folder: string;
let rekey: Rekey;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rekey-exceptions-'));
  server = await startDemoServer({ profile: 'cloud-time', seed: 7, now: NOW });
  rekey = await launchRekey({ userData: join(folder, 'user'), now: NOW });
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
});

test.afterEach(async () => {
  await rekey.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('an exception is granted by keyboard, shown as such, and has ended by itself at a later start', async () => {
  const { app, page, complaints } = rekey;
  const grid = page.getByRole('grid', { name: 'Tokens' });
  await grid.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Token' });
  const label = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await panel.getByRole('button', { name: 'Grant an exception …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Grant an exception' });
  await expect(dialog.getByRole('textbox', { name: 'Owner' })).toBeFocused();
  await page.keyboard.type('m.roy');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Nothing was granted. Say who approved it.');
  await dialog.getByRole('textbox', { name: 'Approver' }).fill('M.Roy');
  await expect(dialog.getByText('Owner and approver are the same person')).toBeVisible();
  await expectClean(page, 'exception-dialog');
  await dialog.getByRole('textbox', { name: 'Approver' }).fill('a.lin');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the vendor pins it');
  await dialog.getByLabel('Ends on (UTC)').fill('2027-11-25');
  await dialog.getByRole('button', { name: 'Grant this exception' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Nothing was granted. An exception lasts a year at most (365 days), whatever the policy.',
  );
  await dialog.getByLabel('Ends on (UTC)').fill('2026-12-14');
  await answerDialogs(app, 'cancel');
  await dialog.getByRole('button', { name: 'Grant this exception' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Nothing was changed. You cancelled it.');
  expect(await askedDialogs(app)).toMatchObject([
    {
      message: `Grant an exception for “${label}”?`,
      detail: expect.stringContaining(
        'It is due now, and would no longer be. Until 2026-12-14 00:00 UTC',
      ) as unknown,
      buttons: ['Cancel', 'Grant this exception'],
      defaultId: 0,
    },
  ]);
  await answerDialogs(app, 'go');
  await dialog.getByRole('button', { name: 'Grant this exception' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel).toContainText(
    'an exception stands until 2026-12-14 00:00 UTC, owned by m.roy, approved by a.lin; due on 2026-12-14',
  );
  await expect(panel.getByRole('button', { name: 'End this exception …' })).toBeFocused();
  await expect(statusOf(page)).toContainText(`· ${String(dueUnder(server, BALANCED, NOW) - 1)} due ·`);
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('is:excepted');
  await expect(page.getByText('of 1 shown')).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Due' }).getByRole('button', { name: /^Exception/ }),
  ).toHaveText(/1$/);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page, `exception-in-force-${colorScheme}`);
  }
  await page.getByRole('link', { name: 'Settings' }).click();
  const list = page.getByRole('list', { name: 'Exceptions' });
  await expect(list).toContainText(label);
  await expect(list).toContainText('In force, ends 2026-12-14 00:00 UTC (in 19 d)');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await list.evaluate((element) => {
      element.scrollIntoView();
    });
    // Only what is under the head scrolls.
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    await expectClean(page, `exception-list-${colorScheme}`);
  }
  await rekey.close();

  const then = NOW + 21 * DAY_MS;
  rekey = await launchRekey({ userData: join(folder, 'user'), now: then });
  const later = rekey.page;
  const due = dueUnder(server, BALANCED, NOW, then);
  await expect(statusOf(later)).toContainText(`· ${String(due)} due ·`);
  await later.getByRole('searchbox', { name: 'Filter tokens' }).fill('is:excepted');
  await expect(later.getByText('of 0 shown')).toBeVisible();
  await later.getByRole('link', { name: 'Settings' }).click();
  await expect(later.getByRole('list', { name: 'Exceptions' })).toContainText('Expired 2026-12-14 00:00 UTC');
  expect([...complaints, ...rekey.complaints]).toEqual([]);
});

test('a filter is excepted, unless it depends on time, and the exception is ended with a reason', async () => {
  const { app, page } = rekey;
  await answerDialogs(app, 'go');
  const search = page.getByRole('searchbox', { name: 'Filter tokens' });
  await search.fill('scope:status due:now');
  await page.getByRole('button', { name: 'Grant an exception …' }).click();
  const refused = page.getByRole('dialog', { name: 'This filter cannot be excepted' });
  await expect(refused.getByRole('listitem')).toHaveText(['Due: Due now']);
  await expectClean(page, 'exception-no-group');
  await refused.getByRole('button', { name: 'Close' }).click();
  await search.fill('scope:status');
  const statuses = recordsOf(server.state, NOW).filter(({ scope }) => scope === 'status').length;
  await page.getByRole('button', { name: 'Grant an exception …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Grant an exception' });
  await expect(dialog).toContainText(`It is for ${String(statuses)} tokens now`);
  await dialog.getByRole('textbox', { name: 'Owner' }).fill('m.roy');
  await dialog.getByRole('textbox', { name: 'Approver' }).fill('a.lin');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('badges are public');
  await dialog.getByLabel('Ends on (UTC)').fill('2027-06-01');
  await dialog.getByRole('button', { name: 'Grant this exception' }).click();
  await expect(dialog).toHaveCount(0);
  const [asked] = await askedDialogs(app);
  expect(asked?.message).toBe(`Grant an exception for ${String(statuses)} tokens?`);
  expect(asked?.detail).toContain('It is for all that fit: Status.');
  await search.fill('is:excepted');
  await expect(page.getByText(`of ${String(statuses)} shown`)).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'End this exception: All tokens, Status' }).click();
  const end = page.getByRole('dialog', { name: 'End this exception' });
  await expectClean(page, 'exception-end');
  await end.getByRole('textbox', { name: 'Reason' }).fill('no longer public');
  await end.getByRole('button', { name: 'End this exception' }).click();
  // Its line has no button any more.
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('list', { name: 'Exceptions' })).toContainText(
    'ended 2026-11-24 12:00 UTC: no longer public',
  );
  await page.getByRole('link', { name: 'Inventory' }).click();
  await search.fill('');
  await expect(statusOf(page)).toContainText(`· ${String(dueUnder(server, BALANCED, NOW))} due ·`);
});

test('SECURITY X14: main says of an exception whose filter leaves no token out that it is for every token', async () => {
  const { app, page } = rekey;
  await answerDialogs(app, 'cancel');
  const all = String(recordsOf(server.state, NOW).length);
  const granted = await page.evaluate(
    (until) =>
      window.bridge['policy:grant']({
        subject: {
          kind: 'filter',
          filter: { scopes: ['all', 'view-builds', 'status', 'full', 'write', 'read', 'other'] },
        },
        owner: 'm.roy',
        approver: 'a.lin',
        reason: 'nobody will notice',
        until,
      }),
    NOW + DAY_MS,
  );
  expect(granted).toEqual({ ok: false, error: { kind: 'declined' } });
  const [asked] = await askedDialogs(app);
  expect(asked?.message).toBe(`Grant an exception for every token that Rekey knows (${all})?`);
  expect(asked?.detail).toContain('The filter leaves no token out.');
});
