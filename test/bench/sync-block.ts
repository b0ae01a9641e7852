import type { Page } from 'playwright';

import { mainFile } from '../support/electron-path';
import { median, rounded, type Print } from './bench-line';
import { HUNDRED_THOUSAND, NOW } from './cached-inventory';
import { openWindow } from './electron-window';
import { inFolder } from './in-folder';
import { serveApart, type Served } from './served';

const MOST_TURNS = 3;
const PATIENCE_MS = 120_000;

/**
 * The longest that the page's main thread is held at a stretch while a look streams 100,000 tokens in, from pressing
 * Connect on: the longest of Chromium's long tasks, or, where there was none, the longest wait of a timer that is always
 * due, which is below 50 ms. The baseline is the same for an app that looks at a hundredth of the tokens.
 */
export async function benchSyncBlock(print: Print, turns: number): Promise<void> {
  const large = await serveApart(HUNDRED_THOUSAND);
  const small = await serveApart({ projects: 20, tokens: 1_000 });
  try {
    const blocks: number[] = [];
    let runtime = '';
    for (let turn = 0; turn < Math.min(turns, MOST_TURNS); turn += 1) {
      const blocked = await longestBlock(large.served, HUNDRED_THOUSAND.tokens);
      blocks.push(blocked.milliseconds);
      runtime = blocked.runtime;
    }
    const baseline = rounded((await longestBlock(small.served, 1_000)).milliseconds, 1);
    const value = rounded(median(blocks), 1);
    print({ name: 'sync_block_ms', value, unit: 'ms', baseline, n: blocks.length, runtime });
  } finally {
    large.child.kill();
    small.child.kill();
  }
}

function longestBlock({ address, token }: Served, tokens: number) {
  return inFolder(async (folder) => {
    const env = { REKEY_USER_DATA: folder, REKEY_NOW: new Date(NOW).toISOString() };
    const { page, runtime, close } = await openWindow(mainFile, env);
    try {
      await page.getByRole('textbox', { name: 'Server address' }).fill(address);
      await page.getByLabel('Personal API token').fill(token);
      await page.getByRole('textbox', { name: 'Name this connection' }).fill('acme');
      await page.getByRole('checkbox', { name: 'Keep for this session only' }).setChecked(true);
      await watchBlocks(page);
      await page.getByRole('button', { name: 'Connect' }).click();
      const status = page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${tokens.toLocaleString('en')} tokens .*(COMPLETE|PARTIAL)`) });
      await status.waitFor({ timeout: PATIENCE_MS });
      return { milliseconds: await longestSeen(page), runtime };
    } finally {
      await close();
    }
  });
}

interface Blocks {
  longTask: number;
  lateness: number;
}

const watchBlocks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const blocks: Blocks = { longTask: 0, lateness: 0 };
    Reflect.set(globalThis, 'benchBlocks', blocks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.longTask = Math.max(blocks.longTask, duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      blocks.lateness = Math.max(blocks.lateness, now - last);
      last = now;
    }, 4);
  });

const longestSeen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { longTask, lateness } = Reflect.get(globalThis, 'benchBlocks') as Blocks;
    return longTask > 0 ? longTask : Math.min(lateness, 50);
  });
