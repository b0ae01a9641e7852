import { join } from 'node:path';

import { ensureBuilt } from './build.mjs';
import { bundle } from './bundle.mjs';
import { root } from './project.mjs';
import { run, say } from './say.mjs';
import { setUp } from './setup.mjs';
import { withDesktop } from './with-desktop.mjs';

/** Measures what test/bench/main.ts measures; only its figures go to the standard output, one JSON object a line. */
await run(async () => {
  await setUp({ forTests: true });
  ensureBuilt();
  bundle('--ssr', 'test/bench/main.ts', '--outDir', 'out/bench', '--target', 'node20.18');
  bundle('--ssr', 'test/bench/peer/main.ts', '--outDir', 'out/bench/peer-main', '--target', 'node20.18');
  bundle('test/bench/peer', '--outDir', join(root, 'out', 'bench', 'peer'), '--base', './');
  say('measuring …');
  const bench = join(root, 'out', 'bench', 'main.js');
  process.exitCode = await withDesktop(process.execPath, [bench, ...process.argv.slice(2)]);
});
