import { benchColdStart } from './cold-start';
import { benchRotation } from './rotation';
import { SERVE, serveBench } from './served';
import { benchSync } from './sync';

/** Prints one figure a line as it is measured; `--turns N` says how often each side is measured, `--only NAME` which. */
async function main(): Promise<void> {
  const turns = Number(argumentAfter('--turns') ?? 5);
  const only = argumentAfter('--only');
  const benches = { cold_start_ratio: benchColdStart, sync_ratio: benchSync, rotation_ratio: benchRotation };
  for (const [name, bench] of Object.entries(benches)) {
    if (only !== undefined && only !== name) continue;
    process.stdout.write(`${JSON.stringify(await bench(turns))}\n`);
  }
}

function argumentAfter(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at === -1 ? undefined : process.argv[at + 1];
}

const [, , task, projects, tokens] = process.argv;
await (task === SERVE ? serveBench(Number(projects), Number(tokens)) : main());
