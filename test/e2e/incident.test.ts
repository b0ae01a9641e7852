import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import type { DemoToken } from '../../electron/demo/demo-state';
import { runsOf, tokensOf } from '../support/bridge-walk';
import { choosePlaces } from '../support/chosen-places';
import { expectInTheEnd } from '../support/in-the-end';
import { commandOf, rememberConsumers } from '../support/known-consumers';
import { answerDialogs, launchRekey } from '../support/launch';
import { expectCaught, expectTold } from '../support/incident-ledger';
import { verifyText } from '../support/ledgers';
import { readPdf } from '../support/read-pdf';
import { readReport, totalsOf } from '../support/read-report';
import { readLines, readTable, verifyPack, verifyLedger } from '../support/report-pack';
import { folderForReports, openReports } from '../support/report-walk';
import { visibleTokens } from '../support/server-facts';
import { madeSince } from '../support/server-changes';
import { valueOf } from '../support/value-of';
import { confirmPlan, connectTo, deleteOld, waitForLook } from '../support/walk';
import { setUpCommand } from '../support/window-settings';

const NOW = Date.UTC(2026, 10, 24, 12);
const BEFORE = Date.UTC(2026, 10, 14, 8, 30);
const TYPED = '2026-11-14T08:30';
/** The real keyring of the session, by name: Chromium would not look for it on a bare X server. */
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];
/** Adds what it gets on its standard input to a file, as a line. */
const PROGRAM = '#!/bin/sh\nvalue=$(cat)\nprintf "%s\\n" "$value" >> "$1"\n';
const PACK = 'rekey-incident-acme-2026-11-24';

/** What is due for the incident, by the server's own state: from before its moment, or of unknown age. */
const isDue = ({ hidesAge, createdAt }: DemoToken) => hidesAge || createdAt < BEFORE;
const dueAt = ({ state }: DemoServer) => visibleTokens(state).filter(({ token }) => isDue(token));

test('an incident: everything from before a moment is planned, rotated, deleted and proved gone, and its report says so to others', async () => {
  const folder = await folderForReports();
  const userData = test.info().outputPath('user-data');
  const program = join(folder, '..', 'keep-value');
  const kept = join(folder, '..', 'values');
  await writeFile(program, PROGRAM);
  await chmod(program, 0o700);
  const server = await startDemoServer({ profile: 'cloud-time', seed: 2026, now: NOW });
  const launch = () => launchRekey({ userData, now: NOW, args: KEYRING });

  const earlier = await launch();
  await answerDialogs(earlier.app, 'go');
  await connectTo(earlier.page, server, 'keychain');
  await waitForLook(earlier.page);
  await setUpCommand(earlier, { name: 'Team vault', program, args: [kept] });
  const [command, tokens] = [await commandOf(earlier.page), await tokensOf(earlier.page)];
  await earlier.close();
  await rememberConsumers(userData, tokens, command);

  const { app, page, close, complaints } = await launch();
  await answerDialogs(app, 'go');
  await waitForLook(page);
  const due = dueAt(server);
  expect(due.length).toBeGreaterThan(450);
  const made = madeSince(server);
  await declareIncident(page);
  const rotated = await rotateAllDue(page, due.length);
  await deleteOld(page, 'acme', rotated);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), `Done: ${String(rotated)} of ${String(rotated)} done.`);
  await page.screenshot({ path: 'test-results/screens/incident-done.png' });

  // What the server itself says: whatever was due and that Rekey may replace is gone, each with its successor kept.
  const left = dueAt(server).filter(({ token }) => !made().some((one) => one.token === token));
  expect(server.state.deleted).toHaveLength(rotated);
  expect(server.state.deleted.filter(isDue)).toHaveLength(rotated);
  expect(left.map(({ token }) => token.label).sort()).toEqual(['grafana', 'rekey']);
  const values = (await readFile(kept, 'utf8')).trimEnd().split('\n');
  expect(values.sort()).toEqual(
    made()
      .map(({ token }) => token.value)
      .sort(),
  );

  const panel = await openReports(page);
  await panel.getByRole('combobox', { name: 'Report' }).selectOption('incident');
  // The moment is that of the policy in force.
  await expect(panel.getByLabel('Created before (UTC)')).toHaveValue(TYPED);
  const gone = `${String(rotated)} of ${String(due.length)} tokens from before it replaced and proved gone; 2 left.`;
  await expect(panel.getByText(`Evidence for an incident: ${gone}`)).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  await expect(panel.getByRole('checkbox', { name: 'Calendar' })).toHaveCount(0);
  await choosePlaces(app, { folder, file: join(folder, 'public-key.pem') });
  await panel.getByRole('button', { name: 'Write report …' }).click();
  await expectInTheEnd(panel.getByRole('status'), { containing: PACK });
  await page.screenshot({ path: 'test-results/screens/incident-report.png' });
  await panel.getByRole('button', { name: 'Export public key …' }).click();
  await expect(panel.getByRole('status')).toContainText('The public key is written');
  const rows = (await runsOf(page)).flatMap((run) => run.rows);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();

  const pack = join(folder, PACK);
  const counts = { due: due.length, gone: rotated, left: left.length };
  await expectReport(pack, counts, [...values, ...due.map(({ token }) => token.value)]);
  expect(await verifyPack(pack, '--key', join(folder, 'public-key.pem'))).toMatchObject({ code: 0 });
  const { ledger } = (await readReport(pack)).parameters;
  const path = join(userData, 'ledger.jsonl');
  const head = `${String(ledger.entries)}:${ledger.head}`;
  const verified = await verifyLedger(path, '--head', head);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.words).toContain(
    'WHOLE: every line follows the one before, and the expected entry is there',
  );
  const text = await readFile(path, 'utf8');
  const { entries } = valueOf(verifyText(text));
  expectTold(
    entries,
    rotated,
    rows.map(({ ref }) => ref),
  );
  await expectCaught(folder, { text, entries, head });
});

/** Puts the policy Incident in force, by whose verdicts the rest goes. */
async function declareIncident(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change policy …' }).click();
  const editor = page.getByRole('dialog', { name: 'Change the policy' });
  await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Incident');
  await editor.getByLabel('Everything created before (date and time, UTC)').fill(TYPED);
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Incident' })).toBeVisible();
}

/** Selects all that is due, plans it and confirms; answers how many are rotated, when all old ones wait for their deletion. */
async function rotateAllDue(page: Page, due: number): Promise<number> {
  await page.getByRole('link', { name: 'Inventory' }).click();
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('due:now');
  await expect(page.getByText(`0 selected of ${String(due)} shown`)).toBeVisible();
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText(`${String(due)} selected of ${String(due)} shown`)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/incident-selected.png' });
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  // Not the token that Rekey works with, nor the one whose access a new one would widen.
  const rotated = due - 2;
  await expect(plan.getByRole('button', { name: `Rotate ${String(rotated)} tokens` })).toBeVisible();
  await expect(plan.getByText('2 skipped')).toBeVisible();
  await expect(plan.getByRole('combobox', { name: 'The old tokens' })).toHaveValue('0');
  await page.screenshot({ path: 'test-results/screens/incident-plan.png' });
  await confirmPlan(page, 'acme', rotated);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(
    run.getByRole('status'),
    `Partly: 0 of ${String(rotated)} done, ${String(rotated)} waiting.`,
  );
  return rotated;
}

interface Counts {
  readonly due: number;
  readonly gone: number;
  readonly left: number;
}

/** The pack, read by others, counts what the server counts, says what was not read, and holds no value. */
async function expectReport(pack: string, { due, gone, left }: Counts, values: readonly string[]) {
  const report = await readReport(pack);
  expect(report).toMatchObject({ kind: 'incident', isReconciled: true, verdict: { isMet: false } });
  expect(report.coverage).toEqual({ read: 119, projects: 120, isComplete: false });
  expect(report.parameters).toMatchObject({ organisation: 'acme', policy: 'Incident' });
  expect(totalsOf(report)).toEqual({
    'Due then': due,
    'Due then, by scope': due,
    'Replaced and proved gone': gone,
    Left: left,
  });
  const lines = await readLines(join(pack, 'report.csv'));
  expect(lines[1]).toEqual(['PARTIAL (119 of 120 projects)']);
  for (const [what, count] of [
    ['Due then', due],
    ['Replaced and proved gone', gone],
    ['Left', left],
  ] as const)
    expect(lines.find(([name]) => name === what)).toEqual([what, String(count), String(count), 'yes']);
  const tokens = await readTable(join(pack, 'tokens.csv'));
  expect(tokens).toHaveLength(due);
  expect(tokens.filter(({ State }) => State === 'Done')).toHaveLength(gone);
  expect(tokens.filter((row) => row['Delivered to'] === 'command Team vault')).toHaveLength(gone);
  const { text, title, isTagged } = await readPdf(join(pack, 'report.pdf'));
  expect(title).toBe('Incident: everything from before a moment, acme');
  expect(isTagged).toBe(true);
  expect(text).toContain('PARTIAL (119 of 120 projects)');
  expect(text).toContain(
    `${String(gone)} of ${String(due)} tokens from before it replaced and proved gone; 2 left.`,
  );
  for (const name of ['report.csv', 'tokens.csv', 'report.json', 'report.html', 'report.pdf']) {
    const content = await readFile(join(pack, name), 'latin1');
    expect(
      values.filter((value) => content.includes(value)),
      name,
    ).toEqual([]);
  }
}
