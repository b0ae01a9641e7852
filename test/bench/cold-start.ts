import { join } from 'node:path';

import type { Page } from 'playwright';

import { mainFile } from '../support/electron-path';
import { writeBareApp } from './bare-app';
import { measureRatio, timed, type Print } from './bench-line';
import { NOW, TEN_THOUSAND, writeCachedInventory } from './cached-inventory';
import { launchElectron, openWindow, type Environment } from './electron-window';
import { inFolder } from './in-folder';

/** From spawning to an inventory of 10,000 cached tokens that answers, over a bare window that shows its one word. */
export const benchColdStart = (print: Print, turns: number): Promise<void> =>
  inFolder(async (folder) => {
    const bare = await writeBareApp(join(folder, 'bare'));
    const userData = join(folder, 'user-data');
    await writeCachedInventory(userData, TEN_THOUSAND);
    const env = { REKEY_USER_DATA: userData, REKEY_NOW: new Date(NOW).toISOString() };
    const bareEnv = { REKEY_USER_DATA: join(folder, 'bare-data') };
    const { runtime, close } = await openWindow(bare, bareEnv);
    await close();
    print(
      await measureRatio(
        'cold_start_ratio',
        turns,
        () => start(mainFile, env, isUsable),
        () => start(bare, bareEnv, (page) => page.getByText('ready').waitFor()),
        runtime,
      ),
    );
  });

async function isUsable(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '10,000 tokens' }).waitFor();
  await page
    .getByRole('grid', { name: 'Tokens' })
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .waitFor();
}

async function start(
  main: string,
  env: Environment,
  isReady: (page: Page) => Promise<void>,
): Promise<number> {
  let end: () => Promise<void> = () => Promise.resolve();
  const took = await timed(async () => {
    const app = await launchElectron(main, env);
    end = () => app.close();
    await isReady(await app.firstWindow());
  });
  await end();
  return took;
}
