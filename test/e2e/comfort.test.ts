import { expect, test, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { expectClean } from '../support/axe';
import { answerDialogs, launchRekey } from '../support/launch';
import { confirmPlan, connectTo, selectOverdue, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);

/** The page in a window of this size, enlarged: as the largest that people need on the smallest that there is. */
const SIZES = [
  { width: 900, height: 700, zoom: 1 },
  { width: 1_280, height: 800, zoom: 2 },
] as const;

async function resize(app: ElectronApplication, page: Page, { width, height, zoom }: (typeof SIZES)[number]) {
  await app.evaluate(
    ({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to.width, to.height);
      window?.webContents.setZoomFactor(to.zoom);
    },
    { width, height, zoom },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / zoom);
}

/** What stands out of the page on its right, where nobody can scroll to it. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const reachesOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth + 1;
    const found = document.querySelectorAll(
      ':is(.section-head, .panel, .dialog, .connect-card, .navigation) *',
    );
    return [...found].filter(reachesOut).map(({ outerHTML: html }) => html.slice(0, 120));
  });

async function expectWhole(app: ElectronApplication, page: Page, view: string) {
  for (const size of SIZES) {
    await resize(app, page, size);
    expect(await cutOff(page), `${view} at ${JSON.stringify(size)}`).toEqual([]);
  }
}

test('no view is cut off in a narrow window or at 200 %, and the names of the sections stay', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW });
  const { app, page, close } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await expectWhole(app, page, 'connect');
  await connectTo(page, server);
  await waitForLook(page);
  await resize(app, page, SIZES[0]);
  const link = page.getByRole('link', { name: 'Rotation' });
  await expect(link).toHaveCSS('width', '40px');
  await link.hover();
  await expect(link.getByText('Rotation')).not.toHaveCSS('width', '1px');
  await selectOverdue(page, 3);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  await expect(page.getByRole('textbox', { name: /^Type/ })).toBeVisible();
  await expectWhole(app, page, 'plan');
  await confirmPlan(page, 'acme', 3);
  await expect(page.getByRole('button', { name: /^Reveal/ })).toHaveCount(3);
  await expectWhole(app, page, 'rotation');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expectWhole(app, page, 'settings');
  await page.keyboard.press('?');
  await expectWhole(app, page, 'shortcuts');
  await close();
  await server.stop();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with more contrast the page stays clean to axe in ${colorScheme}, and nothing moves`, async () => {
    const { page, close } = await launchRekey({ now: NOW });
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
    await expectClean(page, `${colorScheme}-contrast-connect`);
    await page.getByRole('button', { name: 'Try the demo organisation' }).click();
    await waitForLook(page);
    await page.getByRole('link', { name: 'Settings' }).click();
    await expectClean(page, `${colorScheme}-contrast-settings`);
    await page.keyboard.press('Control+k');
    await expectClean(page, `${colorScheme}-contrast-palette`);
    const moving = await page.evaluate(() => {
      const styles = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element));
      return styles.filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none')
        .length;
    });
    expect(moving).toBe(0);
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await page.screenshot({ path: `test-results/screens/${colorScheme}-forced-palette.png` });
    await close();
  });
}
