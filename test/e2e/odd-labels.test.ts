import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { launchRekey } from '../support/launch';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

const ODD: readonly (readonly [label: string, shown: RegExp])[] = [
  ['🚀👩‍👩‍👧 ship', /🚀👩‍👩‍👧 ship/],
  ['שלום עולם', /שלום עולם/],
  ['invoice\u202etxt.exe', /invoice\\u202etxt\.exe/],
  ['tab\tnewline\nbell\u0007', /tab\\u0009newline\\u000abell\\u0007/],
  ['<img src=x onerror="document.title=1">', /<img src=x onerror/],
  ['=HYPERLINK("http://example.invalid")', /=HYPERLINK/],
  ['x'.repeat(10_000), /x{100}…/],
  ['', /^$/],
];

test('odd labels are shown as they are, never break a row, and can be seen as they were sent', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 8, now: NOW });
  const [project] = server.state.projects;
  const [token] = project?.tokens ?? [];
  if (project === undefined || token === undefined) throw new Error('the demo has a token');
  project.tokens = ODD.map(([label], index) => ({ ...token, id: `${token.id}-${String(index)}`, label }));
  const { page, close, complaints } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill(`project:${project.name}`);
  const rows = page.getByRole('grid', { name: 'Tokens' }).locator('[data-index]');
  for (const [label, shown] of ODD.filter(([one]) => one !== '')) {
    const row = rows.filter({ has: page.locator('[role=gridcell]:nth-child(2)').filter({ hasText: shown }) });
    await expect(row, label.slice(0, 40)).toHaveCount(1);
    expect((await row.boundingBox())?.height, label.slice(0, 40)).toBe(34);
  }
  await rows.filter({ hasText: /x{100}…/ }).click();
  const panel = page.getByRole('complementary', { name: 'Token' });
  await expect(panel.getByText('10,000 characters')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/odd-labels.png' });
  await rows.filter({ hasText: /invoice/ }).click();
  await expect(panel.getByText('"invoice\\u202etxt.exe"')).toBeVisible();
  expect(await page.title()).toBe('Rekey');
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('ten connections stand in one grid, and each can be looked at by itself', async () => {
  const servers: DemoServer[] = [];
  for (let number = 0; number < 10; number += 1) {
    const size = { projects: 6, tokens: 20 };
    servers.push(await startDemoServer({ profile: 'cloud-time', seed: 40 + number, now: NOW, size }));
  }
  const { page, close } = await launchRekey({ now: NOW });
  const [first, ...others] = servers;
  if (first === undefined) throw new Error('ten were started');
  await connectTo(page, first);
  await waitForLook(page);
  for (const [index, { address, token }] of others.entries()) {
    await page.evaluate(
      async ([address, token, name]) => {
        const connected = await window.bridge['connections:connect']({
          address,
          token,
          name,
          keep: 'session',
        });
        if (!connected.ok) throw new Error(connected.error.kind);
        await window.bridge['inventory:sync']({ connection: connected.value.id });
      },
      [address, token.reveal(), index === 3 ? 'n'.repeat(150) : `team ${String(index + 2)}`] as const,
    );
  }
  await expect(statusOf(page)).toContainText('200 tokens');
  const choice = page.getByRole('combobox', { name: 'Connection' });
  await choice.selectOption({ label: 'team 4 (m.roy)' });
  await expect(statusOf(page)).toContainText('20 tokens');
  await choice.selectOption({ label: 'All connections' });
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('connection:"team 1"');
  await expect(page.getByText(/selected of 20 shown/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/ten-connections.png' });
  await close();
  for (const server of servers) await server.stop();
});
