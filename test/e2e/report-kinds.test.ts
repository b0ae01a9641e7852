import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { choosePlaces } from '../support/chosen-places';
import { answerDialogs, launchRekey } from '../support/launch';
import { readPdf } from '../support/read-pdf';
import { readTable } from '../support/report-pack';
import { folderForReports, openReports } from '../support/report-walk';
import { visibleTokens } from '../support/server-facts';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const DEMO_SEED = 2026;

test('what the inventory shows, an incident and a session are looked through by keyboard, and none says more than it knows', async () => {
  const { page, close, complaints } = await launchRekey({ now: NOW });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('scope:admin');
  const panel = await openReports(page);
  const totals = panel.getByRole('table', { name: /^Totals/ });
  const choose = async (name: string, key: string) => {
    await panel.getByRole('combobox', { name }).focus();
    await page.keyboard.press(key);
  };
  await choose('Tokens', 'End');
  await expect(totals.getByRole('row', { name: 'Tokens that the filter shows 262 262' })).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();

  await choose('Report', 'End');
  await panel.getByLabel('Created before (UTC)').fill('2026-06-01T00:00');
  await expect(panel.getByText(/^Evidence for an incident: 0 of \d+ tokens from before it/)).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  await expectClean(page, 'reports-incident');

  await choose('Report', 'ArrowUp');
  await expect(panel.getByRole('alert')).toContainText('Nothing was written: there is nothing to report on.');
  await expect(panel.getByRole('button', { name: 'Write report …' })).toBeDisabled();
  await panel.getByLabel('To (UTC)').fill('2026-01-01');
  await expect(panel.getByRole('alert')).toContainText('Choose when it begins and ends');
  expect(complaints).toEqual([]);
  await close();
});

test('a session says of each token where its value went and that the old one is gone, and all reports add up after it', async () => {
  const folder = await folderForReports();
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const ofProjects = (await tokensOf(page)).filter(({ project, scope }) => project && scope === 'all');
  const chosen = ofProjects.slice(0, 2);
  await rotateByBridge(page, chosen, 'ROTATED');
  await untilAtRest(page);
  const panel = await openReports(page);
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  const kind = panel.getByRole('combobox', { name: 'Report' });
  await kind.selectOption('rotation');
  await expect(panel.getByText('0 of 2 tokens replaced and proved gone; 2 left.')).toBeVisible();

  await page.evaluate(async () => {
    const runs = await window.bridge['rotation:runs'](null);
    const rows = runs.ok ? runs.value.flatMap((run) => run.rows.map(({ id }) => id)) : [];
    await window.bridge['rotation:delete-old']({ rows, typed: 'acme 2' });
  });
  await kind.selectOption('review');
  await expect(panel.getByRole('row', { name: 'Tokens 600 600' })).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  await kind.selectOption('incident');
  await panel.getByLabel('Created before (UTC)').fill('2026-11-24T12:00');
  await expect(panel.getByText('2 of 600 tokens from before it replaced and proved gone')).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();

  await kind.selectOption('rotation');
  await expect(panel.getByText('2 of 2 tokens replaced and proved gone.')).toBeVisible();
  await choosePlaces(app, { folder });
  await panel.getByRole('button', { name: 'Write report …' }).click();
  await expect(panel.getByRole('status')).toContainText('rekey-rotation-acme-2026-11-24');
  const pack = join(folder, 'rekey-rotation-acme-2026-11-24');
  const rows = await readTable(join(pack, 'rows.csv'));
  expect(rows.map((row) => [row['Step'], row['Delivered to'], row['Rekey’s id of the old token']])).toEqual(
    chosen.map(({ project, ref }, at) => ['Done', `${project ?? ''} / ROTATED_${String(at)}`, ref]),
  );
  const made = visibleTokens(server.state).map(({ token }) => `…${token.value.slice(-4)}`);
  for (const row of rows) expect(made).toContain(row['New, last four']);
  const pdf = await readPdf(join(pack, 'report.pdf'));
  expect(pdf).toMatchObject({ isTagged: true, title: 'Rotation session, acme' });
  await close();
  await server.stop();
});
