import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from 'playwright';

import type { TokenRecord } from '../../shared/domain/token';
import { mainFile } from '../support/electron-path';
import { writeBareApp } from './bare-app';
import { bareTable, COLUMNS } from './bare-table';
import { NOW } from './cached-inventory';
import { openWindow, type BenchWindow } from './electron-window';
import { peerRowOf } from './peer/peer-row';

/** A window with a table in it, and where to type, click and scroll. */
export interface OpenedTable {
  readonly window: BenchWindow;
  readonly search: Locator;
  readonly grid: Locator;
  readonly headers: readonly Locator[];
  readonly tokens: readonly TokenRecord[];
}

/** Opens a window that shows these tokens; its files are in the folder. */
export type OpenTable = (folder: string, tokens: readonly TokenRecord[]) => Promise<OpenedTable>;

/** The peer's main script, where the bench was bundled to. */
const PEER_MAIN = join(import.meta.dirname, 'peer-main', 'main.js');
/** Starting with a hundred thousand tokens may take its time. */
const PATIENCE_MS = 60_000;

/** Rekey itself, with the inventory that was written to the folder. */
export const openOurs: OpenTable = async (folder, tokens) => {
  const env = { REKEY_USER_DATA: folder, REKEY_NOW: new Date(NOW).toISOString() };
  return ready(await openWindow(mainFile, env), tokens, async ({ page }) => {
    const status = page.getByRole('status').filter({ hasText: tokens.length.toLocaleString('en') });
    await status.waitFor({ timeout: PATIENCE_MS });
  });
};

/** The peer: AG Grid Community on a page of its own. */
export const openPeer: OpenTable = async (folder, tokens) => {
  const rows = join(folder, 'peer-rows.json');
  await writeFile(rows, JSON.stringify(tokens.map((token) => peerRowOf(token, NOW))));
  const env = { REKEY_USER_DATA: join(folder, 'peer-data'), REKEY_PEER_ROWS: rows };
  return ready(await openWindow(PEER_MAIN, env), tokens, async ({ page }) => {
    await page.getByRole('gridcell').first().waitFor({ timeout: PATIENCE_MS });
  });
};

/** The page that has nothing to do. */
export const openBare: OpenTable = async (folder, tokens) => {
  const main = await writeBareApp(folder, bareTable(tokens.length));
  return ready(await openWindow(main, { REKEY_USER_DATA: join(folder, 'data') }), tokens, ({ page }) =>
    page.getByText('ready').waitFor(),
  );
};

async function ready(
  window: BenchWindow,
  tokens: readonly TokenRecord[],
  isReady: (window: BenchWindow) => Promise<void>,
): Promise<OpenedTable> {
  const { page } = window;
  await isReady(window);
  return {
    window,
    search: page.getByRole('searchbox', { name: 'Filter tokens' }),
    grid: page.locator('[role=grid], [role=treegrid]').first(),
    headers: COLUMNS.map((name) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) })),
    tokens,
  };
}
