import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, type ElectronApplication, type Locator, type Page } from 'playwright/test';

import { choosePlaces } from './chosen-places';
import { expectInTheEnd } from './in-the-end';

/** Goes to the reports, and waits until it is shown what one would carry. */
export async function openReports(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Evidence' }).click();
  const panel = page.getByRole('region', { name: 'Reports' });
  await expect(panel.getByRole('table', { name: /^Totals/ })).toBeVisible();
  return panel;
}

/** A folder of the running test's own, for reports. */
export async function folderForReports(): Promise<string> {
  const folder = test.info().outputPath('reports');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Writes the report that is looked at, in the panel or in a dialog; answers where its pack is. */
export async function writeReport(app: ElectronApplication, place: Locator, folder: string): Promise<string> {
  await choosePlaces(app, { folder });
  await place.getByRole('button', { name: 'Write report …' }).click();
  const outcome = place.getByRole('status');
  await expectInTheEnd(outcome, /\d+ files in rekey-/);
  return join(folder, (await outcome.locator('.mono').first().textContent()) ?? '');
}
