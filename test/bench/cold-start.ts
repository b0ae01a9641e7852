import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type Page } from 'playwright';

import { electronPath, mainFile } from '../support/electron-path';
import { measureRatio, timed, type BenchLine } from './bench-line';
import { writeCachedInventory } from './cached-inventory';

const NOW = Date.UTC(2026, 10, 24);
const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** From spawning to an inventory of 10,000 cached tokens that answers, over a bare window that shows its one word. */
export async function benchColdStart(turns: number): Promise<BenchLine> {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-bench-'));
  try {
    const bare = await writeBareApp(join(folder, 'bare'));
    const userData = join(folder, 'user-data');
    await writeCachedInventory(userData);
    const env = { REKEY_USER_DATA: userData, REKEY_NOW: new Date(NOW).toISOString() };
    return await measureRatio(
      'cold_start_ratio',
      turns,
      () => start(mainFile, env, isUsable),
      () =>
        start(bare, { REKEY_USER_DATA: join(folder, 'bare-data') }, (page) =>
          page.getByText('ready').waitFor(),
        ),
      await runtimeVersion(bare, folder),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isUsable(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '10,000 tokens' }).waitFor();
  await page.getByRole('grid', { name: 'Tokens' }).getByRole('checkbox').first().waitFor();
}

async function start(
  main: string,
  extra: Record<string, string>,
  isReady: (page: Page) => Promise<void>,
): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _leaked, ...environment } = process.env as Record<string, string>;
  let end: () => Promise<void> = () => Promise.resolve();
  const took = await timed(async () => {
    const env = { ...environment, ...extra };
    const app = await _electron.launch({ executablePath: electronPath(), args: [main, ...ARGS], env });
    end = () => app.close();
    await isReady(await app.firstWindow());
  });
  await end();
  return took;
}

async function runtimeVersion(main: string, folder: string): Promise<string> {
  const env = { ...(process.env as Record<string, string>), REKEY_USER_DATA: join(folder, 'bare-data') };
  const app = await _electron.launch({ executablePath: electronPath(), args: [main, ...ARGS], env });
  const version = await app.evaluate(() => process.versions['electron']);
  await app.close();
  return `electron ${version}`;
}

/** The least that a window can be: sandboxed, one file, shown when there is something to see. */
async function writeBareApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bare</title><p>ready</p>');
  await writeFile(
    join(folder, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron';
app.setPath('userData', process.env.REKEY_USER_DATA);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile(${JSON.stringify(join(folder, 'index.html'))});
});
app.on('window-all-closed', () => app.quit());
`,
  );
  return join(folder, 'main.mjs');
}
