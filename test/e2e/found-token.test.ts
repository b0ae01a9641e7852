import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { chooseInDialogs } from '../support/choose-files';
import { filesWith } from '../support/files-with';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, askedDialogs, launchRekey, type Rekey } from '../support/launch';
import { heapOf } from '../support/page-heap';
import { readPdf } from '../support/read-pdf';
import { readReport, totalsOf } from '../support/read-report';
import { readTable, verifyPack } from '../support/report-pack';
import { folderForReports, openReports, writeReport } from '../support/report-walk';
import { confirmPlan, connectTo, deleteOld, deliverToProjects, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

/** Tokens of today's form, with what they are called where they are. */
function tokensOf({ state }: DemoServer) {
  return state.projects
    .filter(({ isForbidden, slug }) => !isForbidden && slug.startsWith('gh/'))
    .flatMap(({ slug, tokens }) => tokens.map((token) => ({ slug, ...token })))
    .filter(({ value, scope }) => value.startsWith('CCIPRJ') && scope === 'view-builds');
}

const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'I found a token …' }).click();
  return page.getByRole('dialog', { name: 'I found a token' });
};

test('a token that was found is located, tried once the person agrees, and replaced to the end without an overlap, and its report says so', async () => {
  const userData = test.info().outputPath('user-data');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 71, now: NOW });
  const [token] = tokensOf(server);
  if (token === undefined) throw new Error('no such token');
  const { app, page, close, complaints } = await launchRekey({ userData, now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const dialog = await openDialog(page);
  const field = dialog.getByRole('textbox', { name: 'What was found' });
  await expect(field).toBeFocused();
  await field.fill('just words');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/Nothing in it has the form of a CircleCI token/);
  await expectClean(page, 'found-start');

  const asked = server.state.requests.length;
  await field.fill(`# deploy.yml\n  token: "${token.value}" # for CircleCI\n`);
  await dialog.getByRole('button', { name: 'Look for tokens' }).click();
  const card = dialog.getByRole('region', { name: `Token that ends in ${token.value.slice(-4)}` });
  await expect(card).toContainText('It is this token: the value carries its id.');
  await expect(card).toContainText(`“${token.label}” · Read Only · ${token.slug}`);
  const { host } = new URL(server.address);
  const check = card.getByRole('button', { name: `Check with ${host} …` });
  await expect(check).toHaveAccessibleDescription(
    `Whether it works can only be told by using it, once. Once you confirm, Rekey sends the value to ${host}, and nowhere else. CircleCI may then show it as used just now.`,
  );
  expect(server.state.requests).toHaveLength(asked);
  await expectClean(page, 'found-located');
  await answerDialogs(app, 'cancel');
  await check.click();
  await expect(card.getByRole('alert')).toHaveText('Nothing was sent.');
  expect((await askedDialogs(app)).map(({ message, defaultId }) => [message, defaultId])).toEqual([
    [`Send the token that ends in ${token.value.slice(-4)} to ${host}?`, 0],
  ]);
  expect(server.state.requests).toHaveLength(asked);
  await answerDialogs(app, 'go');
  await check.click();
  await expect(card.getByRole('status')).toContainText(`It works on ${host}: a project token.`);
  expect(server.state.requests.slice(asked).map(({ path }) => path)).toEqual([
    ...Array<string>(3).fill(`/api/v1.1/project/${token.slug}?limit=1`),
  ]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'found-alive-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.content()).not.toContain(token.value);
  expect((await heapOf(page)).includes(token.value)).toBe(false);

  await card.getByRole('button', { name: `Revoke and replace now: ${token.label}` }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('combobox', { name: 'The old tokens' })).toHaveValue('0');
  await expect(dialog).toHaveCount(0);
  await deliverToProjects(plan, 'REPLACED');
  await page.screenshot({ path: 'test-results/screens/found-plan.png' });
  await confirmPlan(page, 'acme', 1);
  await deleteOld(page, 'acme', 1);
  await expectInTheEnd(
    page.getByRole('region', { name: 'Rotation run' }).getByRole('status'),
    'Done: 1 of 1 done.',
  );
  expect(server.state.deleted.map(({ id }) => id)).toEqual([token.id]);
  await expectReport({ app, page }, server, token);
  expect(await filesWith(userData, token.value)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
  expect(await filesWith(userData, token.value)).toEqual([]);
  await server.stop();
});

/** The report of the run says of this one token what the server says of it, and holds neither its value nor the new one. */
async function expectReport(
  { app, page }: Pick<Rekey, 'app' | 'page'>,
  { state }: DemoServer,
  token: ReturnType<typeof tokensOf>[number],
): Promise<void> {
  const panel = await openReports(page);
  await panel.getByRole('combobox', { name: 'Report' }).selectOption('rotation');
  await panel.getByRole('combobox', { name: 'Session' }).selectOption({ index: 1 });
  await expect(panel.getByText('1 of 1 token replaced and proved gone.')).toBeVisible();
  await expect(panel.getByText('Reconciled', { exact: true })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/found-report.png' });
  const pack = await writeReport(app, panel, await folderForReports());

  const { tokens = [] } = state.projects.find(({ slug }) => slug === token.slug) ?? {};
  expect(tokens.some(({ id }) => id === token.id)).toBe(false);
  const [made, ...others] = tokens.filter(
    ({ label, createdAt }) => label === token.label && createdAt >= NOW,
  );
  if (made === undefined) throw new Error('no successor');
  expect(others).toEqual([]);
  const report = await readReport(pack);
  expect(report).toMatchObject({ kind: 'rotation', isReconciled: true, verdict: { isMet: true } });
  expect(report.coverage).toEqual({ read: 119, projects: 120, isComplete: false });
  expect(totalsOf(report)).toEqual({
    'Tokens to be rotated': 1,
    Left: 0,
    'Done, and no longer in the inventory': 1,
  });
  expect(await readTable(join(pack, 'rows.csv'))).toMatchObject([
    {
      Label: token.label,
      Project: token.slug,
      Step: 'Done',
      'What is left': '–',
      'Delivered to': `${token.slug} / REPLACED_0`,
      'New, last four': `…${made.value.slice(-4)}`,
      'Old token proved gone': '2026-11-24T12:00:00Z',
    },
  ]);
  const { title, isTagged, text } = await readPdf(join(pack, 'report.pdf'));
  expect({ title, isTagged }).toEqual({ title: 'Rotation session, acme', isTagged: true });
  expect(text).toContain('PARTIAL (119 of 120 projects)');
  for (const { value } of [token, made]) expect(await filesWith(pack, value)).toEqual([]);
  expect(await verifyPack(pack)).toMatchObject({ code: 0 });
}

test('a folder is searched for tokens: text is read, what is binary or huge is counted, and a row leads to its token', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 71, now: NOW });
  const [first, second, third] = tokensOf(server);
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few tokens');
  const folder = test.info().outputPath('checkout');
  await mkdir(join(folder, 'ci', 'old'), { recursive: true });
  await writeFile(join(folder, 'ci', 'deploy.sh'), `#!/bin/sh\nexport CIRCLE_TOKEN=${first.value}\n`);
  await writeFile(join(folder, 'ci', 'old', 'notes.md'), `${first.value}\n\n${second.value}\n`);
  await writeFile(join(folder, 'package-lock.json'), `"sha1": "${'ab12'.repeat(10)}"`);
  await writeFile(join(folder, 'app.bin'), Buffer.concat([Buffer.from(third.value), Buffer.alloc(9)]));
  await writeFile(join(folder, 'huge.log'), `${third.value}${'x'.repeat(5 * 1_024 * 1_024)}`);
  const { app, page, close, complaints, userData } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  await chooseInDialogs(app, folder);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('found a token');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'I found a token' });
  await dialog.getByRole('button', { name: 'Search a folder …' }).click();
  const rows = dialog.getByRole('list', { name: 'Places that hold a token' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('ci/deploy.sh:2');
  await expect(rows.nth(1)).toContainText('ci/old/notes.md:1');
  await expect(rows.nth(2)).toContainText(second.label);
  await expect(dialog).toContainText('checkout: 2 values in 3 places');
  await expect(dialog).toContainText('3 files read · skipped: 1 binary, 1 larger than 5 MB');
  await expect(dialog).toContainText('1 number of forty hex digits passed over');
  await expectClean(page, 'found-folder');

  await dialog.getByRole('button', { name: 'Copy as text, without values' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => Promise.resolve(clipboard.readText())))
    .toContain(`ci/deploy.sh:2 · project · …${first.value.slice(-4)}`);
  expect(await app.evaluate(({ clipboard }) => Promise.resolve(clipboard.readText()))).not.toContain(
    first.value,
  );

  await rows.nth(2).getByRole('button').click();
  await expect(dialog.getByRole('button', { name: `Revoke and replace now: ${second.label}` })).toBeVisible();
  await dialog.getByRole('button', { name: 'Back to the list' }).click();
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await filesWith(userData, first.value)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

test('SECURITY S13: a file that is dropped on the dialog is read, and opens nothing; its tokens are listed', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 71, now: NOW });
  const [token, other] = tokensOf(server);
  if (token === undefined || other === undefined) throw new Error('no such token');
  const { page, close } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  const url = page.url();
  const dialog = await openDialog(page);
  const given = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'leak.txt', { type: 'text/plain' }));
    return data;
  }, `leaked: ${token.value}\n${other.value}`);
  await dialog
    .getByRole('textbox', { name: 'What was found' })
    .dispatchEvent('drop', { dataTransfer: given });
  const found = dialog.getByRole('list', { name: 'Tokens that were found' }).getByRole('listitem');
  await expect(found).toHaveCount(2);
  await expectClean(page, 'found-several');
  await found.nth(0).getByRole('button').click();
  await expect(dialog.getByRole('region')).toContainText(token.label);
  expect(page.url()).toBe(url);
  await close();
  await server.stop();
});
