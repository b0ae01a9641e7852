import { mkdir } from 'node:fs/promises';

import { expect, test, type Locator, type Page } from 'playwright/test';

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
