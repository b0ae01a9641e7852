import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { madeSince } from '../support/server-changes';
import { confirmPlan, connectTo, deleteOld, waitForLook, withoutOverlap } from '../support/walk';
import { deliverRowTo, plannedIn, selectOverdueByKey } from '../support/window-choice';
import { setUpCommand, setUpFolder } from '../support/window-settings';

const NOW = Date.UTC(2026, 10, 24, 12);
const VARIABLE = 'ROTATED_TOKEN';
/** Keeps what it gets on its standard input, and the label that it was called with. */
const PROGRAM = '#!/bin/sh\ncat > "$1"\nprintf %s "$2" > "$1.label"\n';

test('values reach a context, a project, a real command and a real encrypted file, and each is proved', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-delivery-'));
  const program = join(folder, 'keep-value');
  const encrypted = join(folder, 'encrypted');
  await writeFile(program, PROGRAM);
  await chmod(program, 0o700);
  await mkdir(encrypted);
  const identity = await generateIdentity();
  const server = await startDemoServer({ profile: 'cloud-time', seed: 41, now: NOW });
  const rekey = await launchRekey({ now: NOW });
  const { app, page, close, complaints } = rekey;
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  await setUpCommand(rekey, { name: 'Team vault', program, args: [join(folder, 'value'), '{label}'] });
  await setUpFolder(rekey, {
    name: 'Safe',
    path: encrypted,
    recipients: [await identityToRecipient(identity)],
  });
  await page.screenshot({ path: 'test-results/screens/settings-places.png' });
  const [asked] = await askedDialogs(app);
  expect(asked?.detail).toContain(program);

  const made = madeSince(server);
  await page.getByRole('link', { name: 'Inventory' }).click();
  await selectOverdueByKey(page, 4);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: 'Rotate 4 tokens' })).toBeVisible();
  await deliverRowTo(plan, 0, { place: 'Context deploys', variable: VARIABLE });
  await deliverRowTo(plan, 1, { place: 'Project variable', variable: VARIABLE });
  await deliverRowTo(plan, 2, { place: 'Command Team vault' });
  await deliverRowTo(plan, 3, { place: 'Encrypted file in Safe' });
  await withoutOverlap(plan);
  await page.screenshot({ path: 'test-results/screens/delivery-plan.png' });
  const planned = await plannedIn(plan);
  await confirmPlan(page, 'acme', 4);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 4 done, 4 waiting.');
  expect((await askedDialogs(app)).at(-1)?.detail).toContain('Values are given to: Team vault.');
  const valueOf = (row: number) =>
    made().find(({ token, project }) => {
      const { label, project: place } = planned[row] ?? {};
      return token.label === label && project === place;
    })?.token.value;
  expect(new Set([0, 1, 2, 3].map(valueOf)).size).toBe(4);
  expect(made()).toHaveLength(4);

  const context = server.state.contexts.find(({ name }) => name === 'deploys');
  expect(context?.variables.get(VARIABLE)?.value).toBe(valueOf(0));
  const project = server.state.projects.find(({ slug }) => slug === planned[1]?.project);
  expect(project?.variables.get(VARIABLE)?.value).toBe(valueOf(1));
  expect(await readFile(join(folder, 'value'), 'utf8')).toBe(valueOf(2));
  expect(await readFile(join(folder, 'value.label'), 'utf8')).toBe(planned[2]?.label);
  const files = await readdir(encrypted);
  expect(files).toHaveLength(1);
  const content = await readFile(join(encrypted, files[0] ?? ''));
  expect(content.includes(valueOf(3) ?? '')).toBe(false);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  expect(await decrypter.decrypt(content, 'text')).toBe(valueOf(3));
  await expect(run.getByText(`Encrypted file: ${join(encrypted, files[0] ?? '')}`)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/delivery-run.png' });

  await deleteOld(page, 'acme', 4);
  await expectInTheEnd(run.getByRole('status'), 'Done: 4 of 4 done.');
  expect(server.state.deleted).toHaveLength(4);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the values that nothing else was chosen for go to one place at once, and can be taken back from there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-delivery-'));
  const identity = await generateIdentity();
  const server = await startDemoServer({ profile: 'cloud-time', seed: 43, now: NOW });
  const rekey = await launchRekey({ now: NOW });
  const { app, page, close, complaints } = rekey;
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  await setUpFolder(rekey, {
    name: 'Safe',
    path: folder,
    recipients: [await identityToRecipient(identity)],
  });
  const made = madeSince(server);
  await page.getByRole('link', { name: 'Inventory' }).click();
  await selectOverdueByKey(page, 5);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await deliverRowTo(plan, 0, { place: 'Project variable', variable: VARIABLE });
  const others = plan.getByRole('combobox', {
    name: 'The 4 new values without a place of their own',
  });
  const inTray = plan.getByText('→ hand-over tray');
  await expect(inTray).toHaveCount(4);
  await others.selectOption({ label: 'go into encrypted files in Safe' });
  await expect(inTray).toHaveCount(0);
  await others.selectOption({ label: 'wait in the hand-over tray' });
  await expect(inTray).toHaveCount(4);
  await others.focus();
  await page.keyboard.press('ArrowDown');
  await expect(inTray).toHaveCount(0);
  await withoutOverlap(plan);
  await page.screenshot({ path: 'test-results/screens/delivery-all.png' });
  await confirmPlan(page, 'acme', 5);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 5 done, 5 waiting.');
  const files = await readdir(folder);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const written = await Promise.all(
    files.map(async (file) => decrypter.decrypt(await readFile(join(folder, file)), 'text')),
  );
  const values = made().map(({ token }) => token.value);
  expect(values).toHaveLength(5);
  expect(written).toHaveLength(4);
  expect(values).toEqual(expect.arrayContaining(written));
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a command that fails keeps the old token, says with which code, and delivers when it is tried again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-delivery-'));
  const program = join(folder, 'fails-once');
  await writeFile(program, '#!/bin/sh\n[ -e "$1" ] || { : > "$1"; exit 7; }\ncat > "$1"\n');
  await chmod(program, 0o700);
  const server = await startDemoServer({ profile: 'cloud-time', seed: 42, now: NOW });
  const rekey = await launchRekey({ now: NOW });
  const { app, page, close } = rekey;
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  await setUpCommand(rekey, { name: 'Once more', program, args: [join(folder, 'value')] });
  const made = madeSince(server);
  await page.getByRole('link', { name: 'Inventory' }).click();
  await selectOverdueByKey(page, 1);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: 'Rotate 1 token' })).toBeVisible();
  await deliverRowTo(plan, 0, { place: 'Command Once more' });
  await confirmPlan(page, 'acme', 1);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expect(
    run.getByText(/^The old token works as before.*The command ended with exit code 7\.$/),
  ).toBeVisible();
  await run.getByRole('button', { name: /^Try again: / }).click();
  await expect(run.getByRole('status')).toHaveText('Partly: 0 of 1 done, 1 waiting.');
  expect(await readFile(join(folder, 'value'), 'utf8')).toBe(made()[0]?.token.value);
  expect(server.state.deleted).toEqual([]);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
