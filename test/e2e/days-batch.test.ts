import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { untilAtRest } from '../support/bridge-walk';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { fingerprint, visibleTokens } from '../support/server-facts';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  deliverToProjects,
  selectOverdue,
  waitForLook,
} from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];

test('after the policy’s 24 hours the day’s batch is offered, and deleted by a person’s confirmation and by nothing else', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-batch-'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 61, now: NOW });
  const open = (now: number) => launchRekey({ userData, now, args: KEYRING });

  const first = await open(NOW);
  await answerDialogs(first.app, 'go');
  await connectTo(first.page, server, 'keychain');
  await waitForLook(first.page);
  await selectOverdue(first.page, 3);
  await first.page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = first.page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('combobox', { name: 'The old tokens' })).toHaveValue('24');
  await deliverToProjects(plan, 'ROTATED');
  await confirmPlan(first.page, 'acme', 3);
  const waiting = first.page.getByRole('region', { name: 'Waiting to be deleted' });
  await expect(waiting.getByText(/^(?:1 d 0 h|23 h \d+ min) left$/)).toHaveCount(3);
  await expect(waiting.getByRole('button', { name: /^Delete 3 old tokens …$/ })).toHaveCount(0);
  await waiting
    .getByRole('button', { name: /^Keep longer: / })
    .first()
    .click();
  await expect(waiting.getByText(/^(?:2 d 0 h|1 d 23 h) left$/)).toHaveCount(1);
  await first.page.screenshot({ path: 'test-results/screens/overlap.png' });
  await first.close();
  const rotated = fingerprint(visibleTokens(server.state));

  const second = await open(NOW + 25 * HOUR_MS);
  await answerDialogs(second.app, 'cancel');
  await untilAtRest(second.page);
  await second.page.getByRole('link', { name: 'Rotation' }).click();
  const due = second.page.getByRole('region', { name: 'Waiting to be deleted' });
  await expect(due.getByText('Can be deleted', { exact: true })).toHaveCount(2);
  await expect(due.getByText(/^\d+ h \d+ min left$/)).toHaveCount(1);
  await second.page.screenshot({ path: 'test-results/screens/days-batch.png' });
  await deleteOld(second.page, 'acme', 2);
  const dialog = second.page.getByRole('dialog', { name: 'Delete 2 old tokens' });
  await expect(dialog.getByRole('alert')).toHaveText('Nothing was done.');
  expect((await askedDialogs(second.app)).at(-1)).toMatchObject({
    message: 'Delete 2 old tokens of acme?',
    defaultId: 0,
  });
  expect(server.state.deleted).toEqual([]);
  expect(fingerprint(visibleTokens(server.state))).toEqual(rotated);

  await answerDialogs(second.app, 'go');
  await dialog.getByRole('button', { name: 'Delete 2 old tokens' }).click();
  await expectInTheEnd(
    second.page.getByRole('region', { name: 'Rotation run' }).getByRole('status'),
    'Partly: 2 of 3 done, 1 waiting.',
  );
  expect(server.state.deleted).toHaveLength(2);
  await second.close();

  const third = await open(NOW + 49 * HOUR_MS);
  await answerDialogs(third.app, 'go');
  await untilAtRest(third.page);
  expect(server.state.deleted).toHaveLength(2);
  await third.page.getByRole('link', { name: 'Rotation' }).click();
  await third.page
    .getByRole('region', { name: 'Waiting to be deleted' })
    .getByRole('button', { name: /^Delete now: / })
    .click();
  const last = third.page.getByRole('dialog', { name: 'Delete 1 old token' });
  const asked = last.getByRole('textbox', { name: /^Type (?:DELETE|acme 1) to confirm$/ });
  const words = (await last.getByText(/^Type .+ to confirm$/).textContent()) ?? '';
  await asked.fill(words.replace(/^Type (.+) to confirm$/, '$1'));
  await last.getByRole('button', { name: 'Delete 1 old token' }).click();
  await expectInTheEnd(
    third.page.getByRole('region', { name: 'Rotation run' }).getByRole('status'),
    'Done: 3 of 3 done.',
  );
  expect(server.state.deleted).toHaveLength(3);
  await third.close();
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});
