import { join } from 'node:path';

import { writeBareApp } from './bare-app';
import { measureRatios, type Print } from './bench-line';
import { HUNDRED_THOUSAND, writeCachedInventory } from './cached-inventory';
import { openWindow, type BenchWindow } from './electron-window';
import { inFolder } from './in-folder';
import { openOurs, openPeer, type OpenTable } from './open-table';
import { memoryOf, type Memory } from './process-memory';
import { quietOf } from './quiet';

/** Each turn starts two apps with a hundred thousand tokens; a few tell enough. */
const MOST_TURNS = 3;

/**
 * All processes of Rekey with 100,000 tokens loaded, over those of the bare Electron; and the page's alone, which is what can be
 * laid beside the peer: Rekey's main holds the tokens too, the peer's holds nothing.
 */
export const benchMemory = (print: Print, turns: number): Promise<void> =>
  benchMemoryOf({ all: 'memory_ratio', page: 'page_memory_ratio' }, openOurs, print, turns);

/** The same of the peer. */
export const benchPeerMemory = (print: Print, turns: number): Promise<void> =>
  benchMemoryOf({ all: 'peer_memory_ratio', page: 'peer_page_memory_ratio' }, openPeer, print, turns);

type Names = Readonly<Record<keyof Memory, string>>;

function benchMemoryOf(names: Names, open: OpenTable, print: Print, turns: number): Promise<void> {
  return inFolder(async (folder) => {
    if (process.platform !== 'linux') throw new Error('what processes share is told by Linux only');
    const bare = await writeBareApp(join(folder, 'bare'));
    const bareEnv = { REKEY_USER_DATA: join(folder, 'bare-data') };
    const userData = join(folder, 'user-data');
    const tokens = await writeCachedInventory(userData, HUNDRED_THOUSAND);
    let runtime = '';
    const weigh = async (opening: Promise<BenchWindow>) => {
      const window = await opening;
      runtime = window.runtime;
      await quietOf(window.page);
      const megabytes = await memoryOf(window);
      await window.close();
      return megabytes;
    };
    const lines = await measureRatios(
      names,
      Math.min(turns, MOST_TURNS),
      () => weigh(open(userData, tokens).then(({ window }) => window)),
      () => weigh(openWindow(bare, bareEnv)),
      runtime,
    );
    for (const line of [lines.all, lines.page]) print({ ...line, runtime });
  });
}
