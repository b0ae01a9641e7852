import { rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { expect, test } from '../support/fixtures';
import { visibleTokens } from '../support/server-facts';
import { waitForLook } from '../support/walk';

test.use({ now: 'system', host: { seed: 83, size: { projects: 6, tokens: 20 } } });

test('while time passes, a token that was just created reads as new, and an old one without overlap can be deleted', async ({
  connected: { page },
  server,
}) => {
  const before = new Set(visibleTokens(server.state).map(({ token }) => token));
  const [chosen] = (await tokensOf(page)).filter(({ kind }) => kind === 'project');
  if (chosen === undefined) throw new Error('the organisation has no project token');
  await rotateByBridge(page, [chosen], 'ROTATED');
  await untilAtRest(page);
  await page.getByRole('link', { name: 'Rotation' }).click();
  await expect(page.getByText('Can be deleted')).toBeVisible({ timeout: 2_000 });
  await expect(page.getByRole('button', { name: 'Delete 1 old token …' })).toBeVisible();

  await page.getByRole('link', { name: 'Inventory' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
  const [created] = visibleTokens(server.state).filter(({ token }) => !before.has(token));
  await page
    .getByRole('searchbox', { name: 'Filter tokens' })
    .fill(`project:${created?.project ?? ''} age:<=1`);
  await expect(page.getByText(/selected of 1 shown/)).toBeVisible();
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Token' });
  await expect(panel).toContainText(' 0 days old');
  await page.screenshot({ path: 'test-results/screens/page-time.png' });
});
