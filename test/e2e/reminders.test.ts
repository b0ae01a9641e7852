import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { DAY_MS } from '../../shared/domain/instant';
import { expectClean } from '../support/axe';
import { launchRekey } from '../support/launch';
import { badgeOf, clickNotification, noteNotifications, notificationsOf } from '../support/notifications';
import { dueByHand, visibleTokens } from '../support/server-facts';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('over several starts each token is told of once a step, the badge follows, and what changed meanwhile is said', async () => {
  const userData = test.info().outputPath('user-data');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 81, now: NOW });
  const launch = (days: number) =>
    launchRekey({ userData, now: NOW + days * DAY_MS, first: noteNotifications });
  const due = (days: number) => dueByHand(server.state, NOW + days * DAY_MS);
  const word = (count: number) => `${count} ${count === 1 ? 'token is' : 'tokens are'} due`;

  const first = await launch(0);
  await connectTo(first.page, server);
  await waitForLook(first.page);
  await expect
    .poll(async () => (await notificationsOf(first.app)).map(({ title }) => title))
    .toEqual([word(due(0))]);
  await expect.poll(() => badgeOf(first.app)).toBe(due(0));
  await expect(first.page.getByText(/^Since you last looked/)).toHaveCount(0);
  const [{ body } = { body: '' }] = await notificationsOf(first.app);
  expect(body).toMatch(/^acme: \d+ due, (?:\d+ within (?:a day|\d+ days)(?:, |$))+/);
  for (const { token } of visibleTokens(server.state)) expect(body).not.toContain(token.label);
  await first.close();

  const same = await launch(0);
  await expect.poll(() => badgeOf(same.app)).toBe(due(0));
  expect(await notificationsOf(same.app)).toEqual([]);
  await same.close();

  const later = await launch(3);
  await expect.poll(() => badgeOf(later.app)).toBe(due(3));
  const newlyDue = due(3) - due(0);
  expect(newlyDue).toBeGreaterThan(0);
  await expect
    .poll(async () => (await notificationsOf(later.app)).map(({ title }) => title))
    .toEqual([word(newlyDue)]);
  const note = later.page.getByText(/^Since you last looked, 2026-11-24 12:00 UTC: /);
  await expect(note).toHaveText(new RegExp(`: ${newlyDue} became due\\.$`));
  await expectClean(later.page, 'since-note');

  await later.page.getByRole('link', { name: 'Rotation' }).click();
  await clickNotification(later.app);
  await expect(later.page.getByRole('heading', { level: 1 })).toHaveText('Inventory');
  await expect(later.page.getByRole('searchbox', { name: 'Filter tokens' })).toHaveValue('due:now');
  await later.page.getByRole('button', { name: 'Dismiss what changed since you last looked' }).click();
  await expect(note).toHaveCount(0);
  expect(later.complaints).toEqual([]);
  await later.close();
  await server.stop();
});

test('what somebody made and deleted meanwhile is said after the first look', async () => {
  const userData = test.info().outputPath('user-data');
  const size = { projects: 12, tokens: 60 };
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW, size });
  const first = await launchRekey({ userData, now: NOW });
  // Remembered for the session only, the inventory is kept all the same.
  await connectTo(first.page, server);
  await waitForLook(first.page);
  await first.close();
  const project = server.state.projects.find(({ isForbidden, tokens }) => !isForbidden && tokens.length > 1);
  const [gone, ...left] = project?.tokens ?? [];
  if (project === undefined || gone === undefined) throw new Error('too small');
  project.tokens = [...left, { ...gone, id: 'a-new-one', label: 'brand new' }];

  const second = await launchRekey({ userData, now: NOW + 1_000 });
  await second.page.getByRole('button', { name: 'Type the token again' }).click();
  await connectTo(second.page, server);
  await waitForLook(second.page);
  await expect(second.page.getByText(/^Since you last looked.*: 1 new, 1 gone\.$/)).toBeVisible();
  await second.close();
  await server.stop();
});

test('a person plans the next session, tries a notification, and turns reminders off', async () => {
  const userData = test.info().outputPath('user-data');
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 4,
    now: NOW,
    size: { projects: 12, tokens: 60 },
  });
  const { app, page, close, complaints } = await launchRekey({
    userData,
    now: NOW,
    first: noteNotifications,
  });
  await connectTo(page, server);
  await waitForLook(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  const panel = page.getByRole('region', { name: 'Reminders' });
  await panel.getByRole('button', { name: 'Show a test notification' }).click();
  await expect.poll(async () => (await notificationsOf(app)).at(-1)?.title).toBe('Rekey can remind you');
  await panel.getByLabel('Next rotation session').fill('2026-12-01');
  await panel.getByLabel('Next rotation session').blur();
  await expect(page.getByText('Planned for 2026-12-01').first()).toBeAttached();
  await panel.scrollIntoViewIfNeeded();
  await expectClean(page, 'reminders-settings');
  await close();

  const day = await launchRekey({ userData, now: Date.UTC(2026, 11, 1), first: noteNotifications });
  await expect
    .poll(
      async () => (await notificationsOf(day.app)).find(({ title }) => title === 'Rotation session')?.body,
    )
    .toMatch(/^You planned it for 2026-12-01\. \d+ tokens are due now\.$/);
  await day.page.getByRole('link', { name: 'Settings' }).click();
  const settings = day.page.getByRole('region', { name: 'Reminders' });
  await expect(settings.getByLabel('Next rotation session')).toHaveValue('2026-12-01');
  await settings.getByRole('checkbox', { name: /^Remind me when tokens become due/ }).uncheck();
  await expect.poll(() => badgeOf(day.app)).toBe(0);
  expect(complaints).toEqual([]);
  await day.close();

  const off = await launchRekey({ userData, now: Date.UTC(2027, 1, 1), first: noteNotifications });
  await expect.poll(() => badgeOf(off.app)).toBe(0);
  expect(await notificationsOf(off.app)).toEqual([]);
  await off.close();
  await server.stop();
});
