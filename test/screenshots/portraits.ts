import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Rekey } from '../support/launch';
import { isSamePicture } from './same-picture';
import { smallPng } from './small-png';
import type { View } from './views';

const FOLDER = join('docs', 'images');
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1_280, height: 800 },
  { width: 900, height: 700 },
] as const;

/** Takes what is shown in both themes and both sizes: `NAME-THEME-WIDTH.png`. */
export async function portray(
  { app, page }: Pick<Rekey, 'app' | 'page'>,
  { name, from }: Pick<View, 'name' | 'from'>,
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const { width, height } of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
      width,
      height,
    });
    if (from !== undefined) {
      await page.getByRole('region', { name: from }).evaluate((region) => {
        region.scrollIntoView();
      });
    }
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Out of the way: what the pointer rests on would show its tooltip.
      await page.mouse.move(width / 2, 1);
      await chartsAreDrawn({ page });
      await twoFrames({ page });
      const picture = await page.screenshot({ animations: 'disabled', scale: 'css' });
      await keep(join(FOLDER, `${name}-${colorScheme}-${String(width)}.png`), smallPng(picture));
    }
  }
}

/** A picture that shows nothing new stays as it is: the repository keeps every one that ever was. */
async function keep(path: string, picture: Buffer): Promise<void> {
  const former = existsSync(path) ? await readFile(path) : undefined;
  if (former === undefined || !isSamePicture(former, picture)) await writeFile(path, picture);
}

/** Charts come when the page has nothing better to do: both of them, wherever their place is in sight. */
const chartsAreDrawn = ({ page }: Pick<Rekey, 'page'>) =>
  page.waitForFunction(
    () =>
      document.querySelector('.overview-charts:not([hidden])') === null ||
      document.querySelectorAll('.chart-drawing svg').length === 2,
  );

/** What a new size or theme draws anew has been drawn by then. */
const twoFrames = ({ page }: Pick<Rekey, 'page'>): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
