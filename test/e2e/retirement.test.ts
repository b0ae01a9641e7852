import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Locator, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectInTheEnd } from '../support/in-the-end';
import { verifyText } from '../support/ledgers';
import { decisionsOf } from '../support/decisions';
import { answerDialogs, launchRekey } from '../support/launch';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  selectOverdue,
  waitForLook,
  withoutOverlap,
} from '../support/walk';
import { deliverRowTo } from '../support/window-choice';

const NOW = Date.UTC(2026, 10, 24, 12);
const ROWS = 4;
/** What somebody pastes where only words belong. */
const PASTED = `CCIPRJ_Ws3kP_${'0123456789abcdef'.repeat(2)}`;

test('places are ticked off, overridden or the old token kept, each as a person decided, and no pasted token is written down', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-retirement-'));
  const server = await startDemoServer({ profile: 'cloud-time', seed: 91, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ userData, now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  await selectOverdue(page, ROWS);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: `Rotate ${String(ROWS)} tokens` })).toBeVisible();
  for (let row = 0; row < ROWS; row += 1) {
    await deliverRowTo(plan, row, { place: 'Project variable', variable: `ROTATED_${String(row)}` });
    if (row < 3) await addToChecklist(plan, row, `Terraform workspace ${String(row)}, token ${PASTED}`);
  }
  await withoutOverlap(plan);
  await confirmPlan(page, 'acme', ROWS);

  const tray = page.getByRole('region', { name: 'Waiting to be deleted' });
  const rows = tray.getByRole('list', { name: 'Old tokens' }).locator(':scope > li');
  await expect(rows).toHaveCount(ROWS);
  const [ticked, overridden, kept] = [rows.nth(0), rows.nth(1), rows.nth(2)];
  await expect(ticked.getByRole('button', { name: /^Delete now: / })).toBeDisabled();
  await expect(tray.getByRole('button', { name: 'Delete 1 old token …' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/checklist.png' });

  await ticked
    .getByRole('checkbox', { name: /Terraform workspace 0, token \[token removed\] has the new value$/ })
    .check();
  await expect(ticked.getByRole('button', { name: /^Delete now: / })).toBeEnabled();
  await decide(page, overridden.getByRole('button', { name: /^Override the checklist …: / }), {
    reason: `nobody has used ${PASTED} since May`,
    verb: 'Override the checklist',
  });
  await expect(overridden.getByRole('button', { name: /^Delete now: / })).toBeEnabled();
  await decide(page, kept.getByRole('button', { name: /^Do not delete …: / }), {
    reason: 'an old runner needs it until June',
    verb: 'Keep the old token',
  });
  await expect(rows).toHaveCount(3);
  expect(server.state.deleted).toEqual([]);
  await deleteOld(page, 'acme', 3);
  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 3 of 4 done, 1 closed.');
  await expect(run.getByText('The old token is kept: an old runner needs it until June')).toBeVisible();
  await expect(
    run.getByText('Its open checklist was overridden: nobody has used [token removed] since May'),
  ).toBeVisible();
  expect(server.state.deleted).toHaveLength(3);

  const text = (name: string) => readFile(join(userData, name), 'utf8');
  const ledger = verifyText(await text('ledger.jsonl'));
  expect(ledger.ok && decisionsOf(ledger.value.entries).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['checklist-overridden', 'nobody has used [token removed] since May'],
    ['retirement-cancelled', 'an old runner needs it until June'],
  ]);
  for (const name of ['rotation.journal', 'consumers.json', 'ledger.jsonl'])
    expect((await text(name)).includes(PASTED), name).toBe(false);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
  await rm(userData, { recursive: true, force: true });
});

async function addToChecklist(plan: Locator, row: number, where: string): Promise<void> {
  const toggle = plan.getByRole('button', { name: /^(?:Deliver to …|Close): / }).nth(row);
  await toggle.click();
  await plan.getByRole('textbox', { name: 'Where else it is used' }).fill(where);
  await plan.getByRole('button', { name: 'Add to checklist' }).click();
  await expect(plan.getByRole('button', { name: /^Remove from the checklist: / })).toBeVisible();
  await toggle.click();
}

async function decide(
  page: Page,
  button: Locator,
  { reason, verb }: { readonly reason: string; readonly verb: string },
): Promise<void> {
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: verb })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: verb }).click();
  await expect(dialog).toHaveCount(0);
}
