import { join } from 'node:path';

import { p95, rounded, type Print } from './bench-line';
import { HUNDRED_THOUSAND, writeCachedInventory } from './cached-inventory';
import { startProbe } from './frame-probe';
import { inFolder } from './in-folder';
import { openBare, openOurs, openPeer, type OpenedTable, type OpenTable } from './open-table';
import { timeClicks, timeFrames, timeKeys } from './table-actions';

/** Filtering, sorting and scrolling 100,000 tokens in Rekey's window, by real input. The page with nothing to do goes first. */
export const benchTable = (print: Print): Promise<void> => benchTableOf('', openOurs, print);

/** The very same actions on the very same tokens in the peer's window. */
export const benchPeerTable = (print: Print): Promise<void> => benchTableOf('peer_', openPeer, print);

function benchTableOf(prefix: string, open: OpenTable, print: Print): Promise<void> {
  return inFolder(async (folder) => {
    const userData = join(folder, 'user-data');
    const tokens = await writeCachedInventory(userData, HUNDRED_THOUSAND);
    const bare = await openBare(join(folder, 'bare'), tokens);
    const floor = await measured(bare, timeAll);
    await measured(await open(userData, tokens), async (table) => {
      const { runtime } = table.window;
      const printMs = (name: string, values: readonly number[], base: readonly number[]) => {
        const [value, baseline] = [rounded(p95(values), 1), rounded(p95(base), 1)];
        print({ name: `${prefix}${name}`, value, unit: 'ms', baseline, n: values.length, runtime });
      };
      printMs('filter_p95_ms', await timeKeys(table), floor.keys);
      printMs('sort_p95_ms', await timeClicks(table), floor.clicks);
      const frames = await timeFrames(table);
      printMs('scroll_frame_p95_ms', frames, floor.frames);
      const baseline = p95(floor.frames);
      const value = rounded(p95(frames) / baseline);
      const ratio = { value, unit: 'ratio', baseline: rounded(baseline, 1), n: frames.length } as const;
      print({ name: `${prefix}scroll_ratio`, ...ratio, runtime });
    });
  });
}

async function timeAll(table: OpenedTable) {
  return { keys: await timeKeys(table), clicks: await timeClicks(table), frames: await timeFrames(table) };
}

async function measured<Answer>(
  table: OpenedTable,
  work: (table: OpenedTable) => Promise<Answer>,
): Promise<Answer> {
  try {
    await startProbe(table.window.page);
    return await work(table);
  } finally {
    await table.window.close();
  }
}
