import type { Print } from './bench-line';
import { benchColdStart } from './cold-start';
import { benchPlanGrowth, benchPolicyGrowth, benchSyncGrowth } from './growth';
import { benchMemory, benchPeerMemory } from './memory';
import { benchRotation } from './rotation';
import { SERVE, serveBench } from './served';
import { benchSync } from './sync';
import { benchSyncBlock } from './sync-block';
import { benchPeerTable, benchTable } from './table';

interface Bench {
  /** The lines that it prints. */
  readonly lines: readonly string[];
  readonly measure: (print: Print, turns: number) => Promise<void>;
}

const BENCHES: readonly Bench[] = [
  { lines: ['cold_start_ratio'], measure: benchColdStart },
  {
    lines: ['filter_p95_ms', 'sort_p95_ms', 'scroll_frame_p95_ms', 'scroll_ratio'],
    measure: benchTable,
  },
  {
    lines: ['peer_filter_p95_ms', 'peer_sort_p95_ms', 'peer_scroll_frame_p95_ms', 'peer_scroll_ratio'],
    measure: benchPeerTable,
  },
  { lines: ['memory_ratio', 'page_memory_ratio'], measure: benchMemory },
  { lines: ['peer_memory_ratio', 'peer_page_memory_ratio'], measure: benchPeerMemory },
  { lines: ['sync_block_ms'], measure: benchSyncBlock },
  { lines: ['growth_policy'], measure: benchPolicyGrowth },
  { lines: ['growth_sync'], measure: benchSyncGrowth },
  { lines: ['growth_plan'], measure: benchPlanGrowth },
  { lines: ['sync_ratio'], measure: benchSync },
  { lines: ['rotation_ratio'], measure: benchRotation },
];

/**
 * Prints one figure a line as it is measured. `--turns N` says how often each side is measured, `--only NAME,NAME` which
 * lines; `growth` and `peer` stand for all that begin so. A bench that fails says so and does not keep the others.
 */
async function main(): Promise<void> {
  const turns = Number(argumentAfter('--turns') ?? 5);
  const wanted = argumentAfter('--only')?.split(',');
  const isWanted = (line: string) =>
    wanted?.some((name) => line === name || line.startsWith(`${name}_`)) ?? true;
  for (const { lines, measure } of BENCHES.filter((bench) => bench.lines.some(isWanted))) {
    const print: Print = (line) => {
      if (isWanted(line.name)) process.stdout.write(`${JSON.stringify(line)}\n`);
    };
    try {
      await Promise.race([measure(print, turns), tooLong()]);
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      process.stderr.write(`rekey: ${lines.join(', ')} could not be measured: ${why}\n`);
      process.exitCode = 1;
    }
  }
}

/** A bench that hangs, as a window can that does not close, must not keep the others either. */
const MOST_MINUTES = 4;

const tooLong = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    const tell = () => {
      reject(new Error(`it took more than ${String(MOST_MINUTES)} minutes`));
    };
    setTimeout(tell, MOST_MINUTES * 60_000).unref();
  });

function argumentAfter(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at === -1 ? undefined : process.argv[at + 1];
}

const [, , task, projects, tokens, latency] = process.argv;
if (task === SERVE) await serveBench(Number(projects), Number(tokens), Number(latency));
else {
  await main();
  // Whatever was given up may still be under way.
  process.exit();
}
