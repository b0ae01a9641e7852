import { expectClean } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { expectInTheEnd } from '../support/in-the-end';
import { confirmPlan, deleteOld, deliverToProjects, withoutOverlap } from '../support/walk';
import { plannedIn } from '../support/window-choice';

test('a value that the host proves is done by itself; one of a public project waits for a person’s word', async ({
  connected: { page, complaints },
  server,
}) => {
  await page
    .getByRole('group', { name: 'Scope' })
    .getByRole('button', { name: /^Admin/ })
    .click();
  await page
    .getByRole('group', { name: 'Due' })
    .getByRole('button', { name: /^Overdue/ })
    .click();
  const boxes = page.getByRole('grid', { name: 'Tokens' }).getByRole('checkbox', { name: /^Select / });
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await deliverToProjects(plan, 'ROTATED');
  await withoutOverlap(plan);
  const [planned, other] = await plannedIn(plan);
  const open = server.state.projects.find(({ slug }) => slug === planned?.project);
  if (open === undefined || other?.project === open.slug) throw new Error('two projects are needed');
  open.isPublic = true;
  await confirmPlan(page, 'acme', 2);

  const run = page.getByRole('region', { name: 'Rotation run' });
  await expectInTheEnd(run.getByRole('status'), 'Partly: 0 of 2 done, 2 waiting.');
  await expect(run.getByText(/^CircleCI lists the new token\. Not provable on this host:/)).toHaveCount(1);

  const tray = page.getByRole('region', { name: 'Waiting to be deleted' });
  const proof = tray.getByRole('group', { name: /^Proof of the new value: / });
  await expect(proof).toContainText('The old token is kept until a person attests that the new value works');
  const attest = proof.getByRole('button', { name: /^Attest that it works …: / });
  await expect(
    tray.getByRole('button', { name: /^Delete now: / }).and(page.locator(':disabled')),
  ).toHaveCount(1);
  await expectClean(page, 'not-provable');
  await tray.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/screens/not-provable-run.png' });

  await attest.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Attest that the new value works' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('pipeline 812 ran green with it');
  await expectClean(page, 'not-provable-attest');
  await page.screenshot({ path: 'test-results/screens/not-provable-attest.png' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(proof).toContainText(
    'A person attested that the new value works: pipeline 812 ran green with it',
  );
  await expect(attest).toHaveCount(0);

  await deleteOld(page, 'acme', 2);
  await expectInTheEnd(run.getByRole('status'), 'Done: 2 of 2 done.');
  expect(server.state.deleted).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('a value that was found, of a public project, is not said to work', async ({
  connected: { page, complaints },
  server,
}) => {
  const project = server.state.projects.find(({ slug, tokens }) =>
    tokens.some(
      ({ value, scope }) => slug.startsWith('gh/') && scope === 'all' && value.startsWith('CCIPRJ'),
    ),
  );
  const token = project?.tokens.find(({ value, scope }) => scope === 'all' && value.startsWith('CCIPRJ'));
  if (project === undefined || token === undefined) throw new Error('no such token');
  project.isPublic = true;
  await page.getByRole('button', { name: 'I found a token …' }).click();
  const dialog = page.getByRole('dialog', { name: 'I found a token' });
  await dialog.getByRole('textbox', { name: 'What was found' }).fill(token.value);
  await page.keyboard.press('Control+Enter');
  const card = dialog.getByRole('region', { name: `Token that ends in ${token.value.slice(-4)}` });
  await card.getByRole('button', { name: /^Check with / }).click();
  await expect(card.getByRole('status')).toContainText('Not provable on this host');
  await expect(card.getByRole('status')).toContainText(
    'treat the value as working, and replace the token now',
  );
  await expect(card.getByRole('button', { name: /^Revoke and replace now: / })).toBeVisible();
  await expectClean(page, 'not-provable-leak');
  await page.screenshot({ path: 'test-results/screens/not-provable-leak.png' });
  expect(complaints).toEqual([]);
});
