import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Page } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { changeSentence, previewSentence } from '../../renderer/policy/preview-words';
import { BALANCED, type AgePolicy } from '../../shared/domain/age-policy';
import { totalChange, whatBecomesDue } from '../../shared/domain/due-preview';
import { incidentPolicy, OFF, STRICT } from '../../shared/domain/policy-presets';
import { expectClean } from '../support/axe';
import { answerDialogs, askedDialogs, launchRekey, type Rekey } from '../support/launch';
import { dueUnder, recordsOf, rulesOf } from '../support/server-records';
import { connectTo, statusOf, waitForLook } from '../support/walk';
import { choosePaths, nameFiles } from '../support/window-settings';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let folder: string;
let rekey: Rekey;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rekey-policy-'));
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

const tokens = () => recordsOf(server.state, NOW);
const previewOf = (after: AgePolicy, before = BALANCED) =>
  whatBecomesDue(tokens(), rulesOf(before), rulesOf(after), NOW);

test('SECURITY X14: a policy that allows more is applied only after main has asked, by its own count; a tighter one asks nothing', async () => {
  const { app, page } = rekey;
  const editor = await openEditor(page);
  const asksOnceMore = editor.getByText('Rekey asks you once more, in a dialog of its own');
  await answerDialogs(app, 'cancel');
  await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Off');
  await expect(asksOnceMore).toBeVisible();
  await expectClean(page, 'policy-looser');
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(editor.getByRole('alert')).toHaveText('Nothing was changed. You cancelled it.');
  const [asked] = await askedDialogs(app);
  const { noLongerDue } = totalChange(previewOf(OFF));
  expect(asked).toMatchObject({
    message: 'Apply “Off” in place of “Balanced”?',
    buttons: ['Cancel', 'Apply “Off”'],
    defaultId: 0,
  });
  expect(asked?.detail).toContain(`${String(noLongerDue)} tokens that are due now would no longer be due.`);

  // What the page says of itself is not asked.
  const applied = await page.evaluate(async (policy) => window.bridge['policy:apply']({ policy }), OFF);
  expect(applied).toEqual({ ok: false, error: { kind: 'declined' } });
  expect(await askedDialogs(app)).toHaveLength(2);

  await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Strict');
  await expect(asksOnceMore).toHaveCount(0);
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Strict' })).toBeVisible();
  expect(await askedDialogs(app)).toHaveLength(2);
});

async function openEditor(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change policy …' }).click();
  return page.getByRole('dialog', { name: 'Change the policy' });
}

test('a change to Strict shows, before it is applied, what becomes due of the tokens that the server has', async () => {
  const { page, complaints } = rekey;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const editor = await openEditor(page);
    await expect(editor.getByRole('combobox', { name: 'Preset' })).toBeFocused();
    await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Strict');
    const expected = previewOf(STRICT);
    await expect(editor.getByRole('status')).toHaveText(
      `${previewSentence(expected)} ${changeSentence(expected)}`,
    );
    await expectClean(page, `policy-editor-${colorScheme}`);
    await editor.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('heading', { name: 'Policy: Balanced' })).toBeVisible();
  }
  const editor = await openEditor(page);
  await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Strict');
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Strict' })).toBeVisible();
  await expect(page.getByText('In force since 2026-11-24 12:00 UTC')).toBeVisible();
  await expectClean(page, 'policy-panel-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectClean(page, 'policy-panel-light');
  await page.getByRole('link', { name: 'Inventory' }).click();
  await expect(statusOf(page)).toContainText(`· ${String(dueUnder(server, STRICT, NOW))} due ·`);
  expect(complaints).toEqual([]);
});

test('a preset that is changed loses its name, and is kept, chosen again and deleted as a policy of one’s own', async () => {
  const { page } = rekey;
  const editor = await openEditor(page);
  await editor.getByRole('textbox', { name: 'Admin (days)' }).fill('60');
  await expect(editor.getByRole('textbox', { name: 'Name' })).toHaveValue('Balanced, changed');
  await editor.getByRole('textbox', { name: 'Name' }).fill('Strict');
  await expect(editor.getByRole('alert')).toContainText('name of a preset');
  await expect(editor.getByRole('button', { name: 'Apply policy' })).toBeDisabled();
  await editor.getByRole('textbox', { name: 'Admin (days)' }).fill('sixty');
  await expect(editor.getByRole('alert')).toContainText('whole days');
  await editor.getByRole('textbox', { name: 'Admin (days)' }).fill('60');
  await editor.getByRole('textbox', { name: 'Name' }).fill('Ours');
  await editor.getByRole('button', { name: 'Keep as own policy' }).click();
  const preset = editor.getByRole('combobox', { name: 'Preset' });
  await expect(preset).toHaveValue('Ours');
  await preset.selectOption('Off');
  await preset.selectOption('Ours');
  await expect(editor.getByRole('textbox', { name: 'Admin (days)' })).toHaveValue('60');
  await editor.getByRole('button', { name: 'Delete this own policy' }).click();
  await expect(editor.getByRole('button', { name: 'Keep as own policy' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Policy: Balanced' })).toBeVisible();
});

test('an incident makes everything due that was created before its moment, unknown age included, and old tokens do not wait', async () => {
  const { app, page } = rekey;
  await answerDialogs(app, 'go');
  const policy = incidentPolicy(Date.UTC(2026, 10, 1, 8, 30));
  const unknown = tokens().filter(({ createdAt }) => createdAt === undefined).length;
  expect(unknown).toBeGreaterThan(0);
  const editor = await openEditor(page);
  await editor.getByRole('combobox', { name: 'Preset' }).selectOption('Incident');
  await expect(editor.getByRole('alert')).toContainText('Say the date and the time of the incident, in UTC.');
  const moment = editor.getByLabel('Everything created before (date and time, UTC)');
  await moment.fill('2027-01-01T00:00');
  await expect(editor.getByRole('alert')).toContainText('future');
  await moment.fill('2026-11-01T08:30');
  await expect(editor.getByRole('status')).toContainText(previewSentence(previewOf(policy)));
  await expectClean(page, 'policy-incident');
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('list', { name: 'What it asks for' })).toContainText(
    'Due is everything created before 2026-11-01 08:30 UTC, unknown age included.',
  );
  await page.getByRole('link', { name: 'Inventory' }).click();
  await expect(statusOf(page)).toContainText(`· ${String(dueUnder(server, policy, NOW))} due ·`);
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('age:unknown due:now');
  await expect(page.getByText(`of ${String(unknown)} shown`)).toBeVisible();
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('combobox', { name: 'The old tokens' })).toHaveValue('0');
});

test('a policy that is exported is imported again, shown before it is applied, and a file that is none is refused in words', async () => {
  const { app, page } = rekey;
  const editor = await openEditor(page);
  await editor.getByRole('textbox', { name: 'Unused for (days)' }).fill('30');
  await editor.getByRole('textbox', { name: 'Name' }).fill('Ours');
  await editor.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Ours' })).toBeVisible();
  const path = join(folder, 'ours.json');
  await nameFiles(app, path);
  await page.getByRole('button', { name: 'Export …' }).click();
  await expect(page.getByText('Exported Ours')).toBeAttached();
  const policy = { ...BALANCED, name: 'Ours', unusedDays: 30 };
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ format: 'rekey-policy-1', policy });

  const back = await openEditor(page);
  await back.getByRole('combobox', { name: 'Preset' }).selectOption('Off');
  await answerDialogs(app, 'go');
  await back.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Off' })).toBeVisible();
  const panel = page.getByRole('region', { name: 'Policy' });
  const broken = join(folder, 'broken.json');
  for (const [text, words] of [
    ['{"format":', 'not a policy that Rekey exported'],
    ['{"format":"rekey-policy-2"}', 'Another version of Rekey'],
    [
      JSON.stringify({ format: 'rekey-policy-1', policy: { ...policy, unusedDays: -1 } }),
      'something in it cannot be: policy.unusedDays.',
    ],
  ] as const) {
    await writeFile(broken, text);
    await choosePaths(app, broken);
    await panel.getByRole('button', { name: 'Import …' }).click();
    await expect(panel.getByRole('alert')).toContainText(words);
    await expect(panel.getByRole('alert')).toContainText('Nothing was changed.');
  }
  await expectClean(page, 'policy-refused-file');
  await choosePaths(app, path);
  await panel.getByRole('button', { name: 'Import …' }).click();
  const imported = page.getByRole('dialog', { name: 'Apply the imported policy' });
  await expect(imported.getByRole('status')).toContainText(previewSentence(previewOf(policy, OFF)));
  await expect(page.getByRole('heading', { name: 'Policy: Off', includeHidden: true })).toBeAttached();
  await imported.getByRole('button', { name: 'Apply policy' }).click();
  await expect(page.getByRole('heading', { name: 'Policy: Ours' })).toBeVisible();
});
