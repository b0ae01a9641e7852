import { benchColdStart } from './cold-start';
import { benchSync, SERVE, serveBench } from './sync';

/** Prints one figure a line as it is measured; `--turns N` says how often each side is measured. */
async function main(): Promise<void> {
  const asked = process.argv.indexOf('--turns');
  const turns = asked === -1 ? 5 : Number(process.argv[asked + 1] ?? 5);
  for (const bench of [benchColdStart, benchSync]) {
    process.stdout.write(`${JSON.stringify(await bench(turns))}\n`);
  }
}

await (process.argv[2] === SERVE ? serveBench() : main());
