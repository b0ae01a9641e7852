import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { runsOf } from '../support/bridge-walk';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { dueByHand, visibleTokens } from '../support/server-facts';
import { confirmPlan, connect, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

test('two servers are counted together, and a selection over both makes two plans and two runs', async () => {
  const servers = [
    await startDemoServer({ profile: 'cloud-time', seed: 51, now: NOW }),
    await startDemoServer({ profile: 'server-2', seed: 52, now: NOW }),
  ] as const;
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  const [north, south] = servers;
  await connect(page, { address: north.address, token: north.token.reveal(), name: 'north' });
  await waitForLook(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await connect(page, { address: south.address, token: south.token.reveal(), name: 'south' });
  await waitForLook(page);

  const due = servers.map(({ state }) => dueByHand(state, NOW));
  const sum = (due[0] ?? 0) + (due[1] ?? 0);
  await expect(statusOf(page)).toHaveText(
    `1,200 tokens · ${String(sum)} due · PARTIAL (238 of 240 projects)`,
  );
  const scope = page.getByRole('combobox', { name: 'Connection' });
  await scope.selectOption({ label: 'south (m.roy)' });
  await expect(statusOf(page)).toHaveText(
    `600 tokens · ${String(due[1])} due · PARTIAL (119 of 120 projects)`,
  );
  await scope.selectOption({ label: 'All connections' });

  const before = servers.map(({ state }) => visibleTokens(state));
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Project/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Tokens' });
  for (const name of ['north (m.roy)', 'south (m.roy)']) {
    await scope.selectOption({ label: name });
    await grid
      .getByRole('checkbox', { name: /^Select / })
      .first()
      .click();
  }
  await scope.selectOption({ label: 'All connections' });
  await expect(page.getByText(/^2 selected of/)).toBeVisible();
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan).toContainText(/(north|south) · 1 to rotate .*\(1 of 2\)/);
  const isNorthFirst = (await plan.textContent())?.includes('north · 1') === true;
  const [first, second] = isNorthFirst ? (['north', 'south'] as const) : (['south', 'north'] as const);
  await page.screenshot({ path: 'test-results/screens/plan-1-of-2.png' });
  await confirmPlan(page, first, 1);
  await expect(plan).toContainText(`${second} · 1 to rotate`);
  await expect(plan).toContainText('(2 of 2)');
  await expect.poll(async () => (await runsOf(page)).map(({ phase }) => phase)).toEqual(['ended']);
  await confirmPlan(page, second, 1);
  await expect(plan).toHaveCount(0);

  const runs = page.getByRole('region', { name: 'Rotation run' });
  await expect(runs).toHaveCount(2);
  for (const run of await runs.all())
    await expect(run.getByRole('status')).toHaveText('Partly: 0 of 1 done, 1 waiting.');
  await page.screenshot({ path: 'test-results/screens/two-runs.png' });
  expect((await askedDialogs(app)).map(({ message }) => message)).toEqual([
    `Rotate 1 token of ${first}?`,
    `Rotate 1 token of ${second}?`,
  ]);
  for (const [index, { state }] of servers.entries()) {
    const known = before[index] ?? [];
    expect(visibleTokens(state)).toHaveLength(known.length + 1);
    expect(state.deleted).toEqual([]);
  }
  expect(complaints).toEqual([]);
  await close();
  await Promise.all(servers.map((server) => server.stop()));
});
