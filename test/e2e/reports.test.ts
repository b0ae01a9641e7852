import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, type ElectronApplication } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { choosePlaces } from '../support/chosen-places';
import { expectInTheEnd } from '../support/in-the-end';
import { launchRekey } from '../support/launch';
import { readPdf } from '../support/read-pdf';
import { folderForReports, openReports } from '../support/report-walk';
import { readCalendar, readLines, readTable, verifyPack } from '../support/report-pack';
import { dueTokens, visibleTokens } from '../support/server-facts';
import { connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const DEMO_SEED = 2026;
const PACK = 'rekey-review-acme-2026-11-24';

/** What the hidden window may do that prints, once there is one. */
const printerOf = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(
    ({ app: electron }) =>
      new Promise((resolve) => {
        electron.once('browser-window-created', (_event, window) => {
          const contents: object = window.webContents;
          const ask = Reflect.get(contents, 'getLastWebPreferences') as () => object;
          resolve({ isShown: window.isVisible(), ...ask.call(contents) });
        });
      }),
  );

test('a quarterly review: looked, reviewed, written, and read again by others', async () => {
  const folder = await folderForReports();
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  const panel = await openReports(page);
  await expect(panel.getByText('PARTIAL (119 of 120 projects)').first()).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  await expectClean(page, 'reports');
  const key = join(folder, 'public-key.pem');
  await choosePlaces(app, { folder, file: key });
  const printer = printerOf(app);
  await panel.getByRole('button', { name: 'Write report …' }).click();
  await expectInTheEnd(panel.getByRole('status'), { containing: `7 files in ${PACK}` });
  await expect(panel.getByText('SHA-256 of the manifest')).toBeInViewport();
  expect(await printer).toMatchObject({
    isShown: false,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
  expect(app.windows()).toHaveLength(1);
  await expectClean(page, 'reports-written');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'reports-dark');
  const digest = await panel.getByRole('status').locator('.report-digest').textContent();
  await panel.getByRole('button', { name: 'Export public key …' }).click();
  await expect(panel.getByRole('status')).toContainText('The public key is written');

  const pack = join(folder, PACK);
  const names = [
    'due.ics',
    'report.csv',
    'report.html',
    'report.json',
    'report.pdf',
    'signature.json',
    'tokens.csv',
  ];
  expect((await readdir(pack)).sort()).toEqual(names);

  const visible = visibleTokens(server.state);
  const due = dueTokens(server.state, NOW);
  const tokens = await readTable(join(pack, 'tokens.csv'));
  const shape = (label: string, created: string) => `${label} ${created}`;
  // One of the organisation's labels is a formula, which a spreadsheet must not calculate.
  const neutral = (label: string) => (/^[=+\-@]/.test(label) ? `'${label}` : label);
  const createdOf = ({ hidesAge, createdAt }: (typeof visible)[number]['token']) =>
    hidesAge ? 'not known' : `${new Date(createdAt).toISOString().slice(0, -5)}Z`;
  expect(tokens.map((row) => shape(row['Label'] ?? '', row['Created'] ?? '')).sort()).toEqual(
    visible.map(({ token }) => shape(neutral(token.label), createdOf(token))).sort(),
  );
  const lines = await readLines(join(pack, 'report.csv'));
  const total = (what: string) => lines.find(([name]) => name === what);
  expect(total('Tokens')).toEqual(['Tokens', String(visible.length), String(visible.length), 'yes']);
  expect(total('Due')).toEqual(['Due', String(due.length), String(due.length), 'yes']);
  expect(total('Lists not read')).toEqual(['Lists not read', '1', '1', 'yes']);

  const json = JSON.parse(await readFile(join(pack, 'report.json'), 'utf8')) as Record<string, unknown>;
  expect(json).toMatchObject({ format: 'rekey-report-1', isReconciled: true, verdict: { isMet: false } });

  const events = readCalendar(await readFile(join(pack, 'due.ics'), 'utf8'));
  expect(events.length).toBeGreaterThan(100);
  expect(events.every(({ isWholeDay }) => isWholeDay)).toBe(true);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events[0]?.alarms).toEqual([30, 15, 7, 1]);

  const pdf = await readPdf(join(pack, 'report.pdf'));
  expect(pdf).toMatchObject({ isTagged: true, title: 'Review of CircleCI API tokens, acme' });
  expect(pdf.pages).toBeGreaterThan(10);
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']));
  expect(pdf.text).toContain('PARTIAL (119 of 120 projects)');
  expect(pdf.text).toContain(`${String(due.length)} of 600 tokens are due`);
  expect(pdf.text).toContain(`Page 2 of ${String(pdf.pages)}`);
  // What is too long for its line goes on in the next.
  const unbroken = pdf.text.replaceAll(' ', '');
  for (const { token } of due.slice(0, 20)) expect(unbroken).toContain(token.label.replaceAll(' ', ''));

  const values = [...visible.map(({ token }) => token.value), server.token.reveal()];
  for (const name of names) {
    const text = await readFile(join(pack, name), 'latin1');
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  }

  const verified = await verifyPack(pack, '--key', key);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.words).toContain(digest);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('one altered byte, a missing file, one that was added, and another key are each caught without Rekey', async () => {
  const folder = await folderForReports();
  const { app, page, close } = await launchRekey({ now: NOW });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  const panel = await openReports(page);
  await choosePlaces(app, { folder });
  for (const form of ['JSON', 'HTML', 'PDF', 'Calendar'])
    await panel.getByRole('checkbox', { name: form }).uncheck();
  await panel.getByRole('button', { name: 'Write report …' }).click();
  await expect(panel.getByRole('status')).toContainText('3 files in');
  // Never over what is there.
  await panel.getByRole('button', { name: 'Write report …' }).click();
  await expect(panel.getByRole('status')).toContainText(`${PACK}-2`);
  await close();

  const pack = join(folder, PACK);
  expect(await verifyPack(pack)).toMatchObject({ code: 0 });
  const spoilt = join(folder, 'spoilt');
  const spoil = async (how: () => Promise<void>) => {
    await rm(spoilt, { recursive: true, force: true });
    await cp(pack, spoilt, { recursive: true });
    await how();
    return verifyPack(spoilt);
  };
  const altered = await spoil(async () => {
    const bytes = await readFile(join(spoilt, 'tokens.csv'));
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
    await writeFile(join(spoilt, 'tokens.csv'), bytes);
  });
  expect(altered).toEqual({ code: 1, words: 'Altered: tokens.csv.\n' });
  expect(await spoil(() => rm(join(spoilt, 'report.csv')))).toEqual({
    code: 1,
    words: 'Missing: report.csv.\n',
  });
  expect(await spoil(() => writeFile(join(spoilt, 'note.txt'), 'trust me'))).toEqual({
    code: 1,
    words: 'Added: note.txt is not in the manifest.\n',
  });
  expect(await spoil(() => rm(join(spoilt, 'signature.json')))).toMatchObject({ code: 2 });
});

test('a hundred thousand tokens are written as tables and printed as a summary; what is cancelled leaves nothing', async () => {
  const folder = await folderForReports();
  const size = { projects: 2_000, tokens: 100_000 };
  const server = await startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: NOW, size });
  const { app, page, close } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await expectInTheEnd(statusOf(page), /^100,000 tokens .+ PARTIAL \(1,999 of 2,000 projects\)$/);
  const panel = await openReports(page);
  await choosePlaces(app, { folder });
  const write = panel.getByRole('button', { name: 'Write report …' });
  await write.click();
  await expect(panel.getByRole('progressbar', { name: 'Writing the report' })).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('alert')).toHaveText('Cancelled. Nothing was left behind.');
  expect(await readdir(folder)).toEqual([]);

  await write.click();
  await expectInTheEnd(panel.getByRole('status'), { containing: `7 files in ${PACK}` });
  await expect(panel.getByRole('status')).toContainText('HTML and PDF are a summary');
  await page.screenshot({ path: 'test-results/screens/reports-hundred-thousand.png' });
  const pack = join(folder, PACK);
  expect(await readTable(join(pack, 'tokens.csv'))).toHaveLength(100_000);
  const pdf = await readPdf(join(pack, 'report.pdf'));
  expect(pdf.pages).toBeLessThan(30);
  expect(pdf.text.replaceAll(' ', '')).toContain('summary:thefirst50of100,000rows.');
  expect(await verifyPack(pack)).toMatchObject({ code: 0 });
  await close();
  await server.stop();
});
