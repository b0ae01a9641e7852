import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Takes a picture of the page and fails where axe finds anything on it. */
export async function expectClean(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, name).toEqual([]);
}
