import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { expect, test, type Locator, type Page } from 'playwright/test';

import { auditLogOf } from '../../electron/demo/audit-log';
import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import type { DemoToken } from '../../electron/demo/demo-state';
import { makerOf } from '../../electron/demo/maker';
import { DAY_MS } from '../../shared/domain/instant';
import { expectClean } from '../support/axe';
import { tokensOf } from '../support/bridge-walk';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, launchRekey } from '../support/launch';
import { expectLeaverReport, shownLines, writeLeaverReport } from '../support/leaver-report';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  deliverToProjects,
  waitForLook,
  withoutOverlap,
} from '../support/walk';
import { choosePaths } from '../support/window-settings';

const HOSTILE = ['=HYPERLINK("http://example.invalid","click")', 'a "quoted",\nlabel', '🚀 مفتاح النشر'];
const LEAVER = 't.weber';

/** A small organisation, one of whose people made three tokens with odd labels some days ago. */
async function organisation(): Promise<DemoServer> {
  const now = Date.now();
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 77,
    now,
    size: { projects: 12, tokens: 40 },
  });
  const [template] = server.state.projects[0]?.tokens ?? [];
  if (template === undefined) throw new Error('the demo has a token');
  for (const [index, label] of HOSTILE.entries()) {
    const project = server.state.projects[index];
    if (project === undefined) throw new Error('the demo has three projects');
    const id = `${String(index)}0000000-0000-4000-a000-000000000000`;
    const createdAt = now - (index + 2) * DAY_MS;
    const token: DemoToken = {
      ...template,
      id,
      label,
      scope: 'all',
      createdAt,
      hidesAge: false,
      madeBy: LEAVER,
    };
    project.tokens = [...project.tokens, token];
  }
  return server;
}

/** Every project token of the server with who made it, by id-free facts that a list has too. */
const makersOf = ({ state }: DemoServer) =>
  state.projects.flatMap((project) => project.tokens.map((token) => ({ ...token, maker: makerOf(token) })));

const goTo = (page: Page, section: string) => page.getByRole('link', { name: section }).click();
const linesOf = (page: Page) => page.getByRole('list', { name: 'Checklist' }).locator(':scope > li');

async function closeLines(page: Page, lines: Locator, verb: string, field: string, reason: string) {
  for (const box of await lines.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: `${verb} …` }).click();
  const dialog = page.getByRole('dialog', { name: verb });
  await dialog.getByRole('textbox', { name: field }).fill(reason);
  await dialog.getByRole('button', { name: /^Close \d+ lines?$/ }).click();
  await expect(dialog).toHaveCount(0);
}

test('somebody leaves: the log tells what they made, one plan rotates it, the rest is closed, the report says so, and what re-appears opens it again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-leavers-'));
  const server = await organisation();
  const log = auditLogOf(server.state, Date.now());
  const path = join(folder, 'audit log.csv');
  await writeFile(path, log);
  const rekey = await launchRekey();
  const { app, page, close, complaints } = rekey;
  await answerDialogs(app, 'go');
  await choosePaths(app, path);
  await connectTo(page, server);
  await waitForLook(page);

  await goTo(page, 'Leavers');
  await expectClean(page, 'leavers-empty');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Import audit log …' }).click();
  const imported = page.getByRole('region', { name: 'Imported' });
  await expect(imported.getByRole('status')).toContainText('owners recovered');
  const rows = parse<Record<string, string>>(log, { columns: true });
  const made = rows.filter(({ action }) => action === 'project.api_token.create').length;
  await expect(imported.getByRole('status')).toContainText(`${String(made)} tokens made`);
  await expectClean(page, 'people-imported');

  const tokens = await tokensOf(page);
  const owned = tokens.filter(({ owner }) => owner?.source === 'audit-log');
  const makers = makersOf(server);
  for (const { label, createdAt, owner } of owned) {
    const same = makers.filter((one) => one.label === label && (one.hidesAge || one.createdAt === createdAt));
    expect(
      same.map(({ maker }) => maker),
      label,
    ).toContain(owner?.name);
  }
  await expect(imported.getByRole('status')).toContainText(`${String(owned.length)} owners recovered`);
  expect(owned.length).toBeGreaterThan(20);
  for (const label of HOSTILE)
    expect(owned.find((token) => token.label === label)?.owner?.name, label).toBe(LEAVER);

  await page.getByRole('button', { name: 'Read checkout keys' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: /checkout keys of \d+ of 12 projects read/ }),
  ).toBeVisible();

  await goTo(page, 'Inventory');
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('HYPERLINK');
  await page.getByRole('grid', { name: 'Tokens' }).getByText('=HYPERLINK').first().click();
  const panel = page.getByRole('complementary', { name: 'Token' });
  await expect(
    panel.getByText(/the audit log that was imported: audit log\.csv, \d{4}-\d\d-\d\d \d\d:\d\d UTC/),
  ).toBeVisible();
  await expectClean(page, 'owner-of-log');
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('');

  await goTo(page, 'Leavers');
  await page.getByRole('button', { name: 'Choose who leaves …' }).first().click();
  const choice = page.getByRole('dialog', { name: 'Choose who leaves' });
  await choice.getByRole('textbox', { name: 'Find somebody' }).fill(LEAVER);
  await expectClean(page, 'leavers-choice');
  await choice.getByRole('button', { name: `Make the checklist: ${LEAVER}` }).click();
  await expect(page.getByRole('heading', { level: 2, name: LEAVER })).toBeVisible();

  const theirs = tokens.filter(({ owner }) => owner?.name === LEAVER);
  const madeLines = linesOf(page).filter({ hasText: 'Made by them' });
  await expect(madeLines).toHaveCount(theirs.length);
  await expect(linesOf(page).filter({ hasText: 'CircleCI lists these to their owner only' })).toHaveCount(1);
  await expect(page.getByText(/due by \d{4}-\d\d-\d\d 23:59 UTC/)).toBeVisible();
  const signOff = page.getByRole('button', { name: 'Sign off …' });
  await expect(signOff).toBeDisabled();
  await expectClean(page, 'leavers-checklist');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'leavers-checklist-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  for (const label of HOSTILE.slice(0, 2).map((one) => one.slice(0, 8)))
    await madeLines.filter({ hasText: label }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Rotate 2 …' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await deliverToProjects(plan, 'ROTATED');
  await withoutOverlap(plan);
  await confirmPlan(page, 'acme', 2);
  await deleteOld(page, 'acme', 2);
  await expectInTheEnd(page.getByRole('region', { name: 'Rotation run' }).getByRole('status'), {
    containing: '2 of 2 done',
  });

  await goTo(page, 'Leavers');
  await page.getByRole('button', { name: `Open the checklist: ${LEAVER}` }).click();
  await expect(linesOf(page).filter({ hasText: 'Rotated' })).toHaveCount(2);
  const stays = madeLines.filter({ hasText: '🚀' });
  await closeLines(page, stays, 'Done elsewhere', 'Note', 'deleted by hand, they said');
  const unknown = linesOf(page).filter({ hasText: 'Not known' });
  await closeLines(
    page,
    unknown,
    'Not applicable',
    'Reason',
    'their account is closed at the identity provider',
  );
  await expect(signOff).toBeDisabled();
  await page.getByRole('button', { name: /^Select all open/ }).click();
  await page.getByRole('button', { name: 'Done elsewhere …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Done elsewhere' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('deleted in the web page of CircleCI');
  for (const project of server.state.projects)
    project.tokens = project.tokens.filter(
      (token) => makerOf(token) !== LEAVER || token.label === HOSTILE[2],
    );
  await dialog.getByRole('button', { name: /^Close \d+ lines?$/ }).click();
  await expect(signOff).toBeEnabled();
  await signOff.click();
  const signing = page.getByRole('dialog', { name: 'Sign off' });
  await expectClean(page, 'leavers-sign-off');
  await signing.getByRole('textbox', { name: 'Your name' }).fill('M. Roy');
  await signing.getByRole('button', { name: 'Sign off' }).click();
  await expect(page.getByText('Signed off by M. Roy')).toBeVisible();
  await expectClean(page, 'leavers-signed-off');

  const rotated = server.state.deleted.map(({ label }) => label);
  expect([...rotated].sort()).toEqual(HOSTILE.slice(0, 2).sort());
  const totals = await shownLines(page);
  expect(totals).toMatchObject({ Rotated: rotated.length });
  const pack = await writeLeaverReport(rekey, folder);
  const labels = theirs.map(({ label }) => label);
  await expectLeaverReport(pack, { person: LEAVER, signedBy: 'M. Roy', totals, made: labels, rotated });

  const [first] = server.state.projects;
  const [again] = first?.tokens ?? [];
  if (first === undefined || again === undefined) throw new Error('the first project has tokens');
  first.tokens = [
    ...first.tokens,
    {
      ...again,
      id: '90000000-0000-4000-a000-000000000000',
      label: HOSTILE[0] ?? '',
      scope: 'all',
      madeBy: LEAVER,
    },
  ];
  await goTo(page, 'Inventory');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  await goTo(page, 'Leavers');
  await expect(page.getByText(/Open again · due by/)).toBeVisible();
  await page.getByRole('button', { name: `Open the checklist: ${LEAVER}` }).click();
  await expect(linesOf(page).filter({ hasText: 'Open again: it is still there' })).toHaveCount(1);
  await expect(
    linesOf(page).filter({ hasText: 'Open again: one with this label and scope was made anew' }),
  ).toHaveCount(1);
  await expect(page.getByText('It was signed off, and is open again')).toBeVisible();
  await expectClean(page, 'leavers-open-again');
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
