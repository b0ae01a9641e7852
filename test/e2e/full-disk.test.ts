import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { finishByBridge } from '../support/bridge-walk';
import { canLimitFiles, freeFiles, limitFiles, sizeOf } from '../support/disk-limit';
import { answerDialogs, launchRekey, type Rekey } from '../support/launch';
import { madeSince } from '../support/server-changes';
import { fingerprint, visibleTokens } from '../support/server-facts';
import { confirmPlan, connectTo, deliverToProjects, selectOverdue, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];
const ROWS = 6;
/** Enough for a run to be written down, and for some of its rows to begin. */
const ROOM_FOR_SOME = 6_000;

const createsOf = ({ state }: DemoServer) =>
  state.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length;

async function planIn({ app, page }: Rekey, server: DemoServer): Promise<void> {
  await answerDialogs(app, 'go');
  await connectTo(page, server, 'keychain');
  await waitForLook(page);
  await selectOverdue(page, ROWS);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: `Rotate ${String(ROWS)} tokens` })).toBeVisible();
  await deliverToProjects(plan, 'ROTATED');
}

test('on a full disk no run starts, and the plan says why', async () => {
  test.skip(!canLimitFiles, 'the system has no limit that one process can set for another');
  const userData = await mkdtemp(join(tmpdir(), 'rekey-full-'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 51, now: NOW });
  const before = fingerprint(visibleTokens(server.state));
  const rekey = await launchRekey({ userData, now: NOW, args: KEYRING });
  await planIn(rekey, server);
  await limitFiles(rekey.app, await sizeOf(join(userData, 'rotation.journal')));
  await confirmPlan(rekey.page, 'acme', ROWS);
  await expect(rekey.page.getByRole('dialog').getByRole('alert')).toHaveText(
    /^Nothing was changed\. The ledger takes no new entry, and nothing is rotated without it: free some disk space/,
  );
  freeFiles(rekey.app);
  await rekey.page.screenshot({ path: 'test-results/screens/full-disk-plan.png' });
  expect(createsOf(server)).toBe(0);
  expect(fingerprint(visibleTokens(server.state))).toEqual(before);
  await rekey.close();
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

test('a disk that fills up in mid-run stops every row before its next effect, and nothing is lost', async () => {
  test.skip(!canLimitFiles, 'the system has no limit that one process can set for another');
  const userData = await mkdtemp(join(tmpdir(), 'rekey-full-'));
  const journal = join(userData, 'rotation.journal');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 52, now: NOW });
  const made = madeSince(server);
  const old = visibleTokens(server.state);
  const first = await launchRekey({ userData, now: NOW, args: KEYRING });
  await planIn(first, server);
  await limitFiles(first.app, (await sizeOf(journal)) + ROOM_FOR_SOME);
  await confirmPlan(first.page, 'acme', ROWS);
  const run = first.page.getByRole('region', { name: 'Rotation run' });
  await expect(
    run.getByText(/Rekey could not write its journal, so it stopped: free some disk space/).first(),
  ).toBeVisible();
  await expect(run.getByRole('status')).not.toHaveText(/^Running/);
  await expect(run.getByRole('status')).not.toHaveText(/^Done/);
  freeFiles(first.app);
  await first.page.screenshot({ path: 'test-results/screens/full-disk-run.png' });
  const intended = (await readFile(journal, 'utf8')).split('"create-intended"').length - 1;
  expect(createsOf(server)).toBeLessThanOrEqual(intended);
  expect(made().length).toBeLessThanOrEqual(intended);
  expect(server.state.deleted).toEqual([]);
  await first.close();

  const second = await launchRekey({ userData, now: NOW, args: KEYRING });
  await answerDialogs(second.app, 'go');
  await finishByBridge(second.page);
  const gone = old.filter(({ token }) => !visibleTokens(server.state).some((one) => one.token === token));
  const shape = (placed: typeof old) =>
    placed.map(({ token, project }) => `${project} ${token.label} ${token.scope}`).sort();
  expect(gone).toHaveLength(ROWS);
  expect(shape(made())).toEqual(shape(gone));
  await second.close();
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

test('where the journal cannot be opened, Settings says so and no run starts', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-unwritable-'));
  // Root may write anywhere; a folder in its place nobody can write a journal to.
  await mkdir(join(userData, 'rotation.journal'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 53, now: NOW });
  await expectNoRun(await launchRekey({ userData, now: NOW, args: KEYRING }), server);
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

test('where the journal may only be read, Settings says so and no run starts', async () => {
  test.skip(process.getuid?.() === 0, 'root may write anywhere');
  const userData = await mkdtemp(join(tmpdir(), 'rekey-read-only-'));
  const journal = join(userData, 'rotation.journal');
  const fresh = await launchRekey({ userData, now: NOW, args: KEYRING });
  await fresh.close();
  await chmod(journal, 0o400);
  const server = await startDemoServer({ profile: 'cloud-time', seed: 53, now: NOW });
  await expectNoRun(await launchRekey({ userData, now: NOW, args: KEYRING }), server);
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

async function expectNoRun(rekey: Rekey, server: DemoServer): Promise<void> {
  const { page } = rekey;
  const before = fingerprint(visibleTokens(server.state));
  await planIn(rekey, server);
  await confirmPlan(page, 'acme', ROWS);
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
    /^Nothing was changed\. Rekey could not write its journal/,
  );
  expect(createsOf(server)).toBe(0);
  expect(fingerprint(visibleTokens(server.state))).toEqual(before);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing is rotated until it can');
  await rekey.close();
}
