import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { changedAt } from './build.mjs';
import { bundle } from './bundle.mjs';
import { root } from './project.mjs';
import { run } from './say.mjs';

const SOURCE = 'electron/evidence/verify-command.ts';
const BUNDLED = join(root, 'out', 'verify-ledger', 'verify-command.js');

let isTold = false;

/** Follows a ledger's chain without the app: the same code, in Node alone. Where npm was called is where the file is. */
await run(async () => {
  const newest = Math.max(...['electron', 'shared'].map((name) => changedAt(join(root, name))));
  if (changedAt(BUNDLED) < newest)
    bundle('--ssr', SOURCE, '--outDir', 'out/verify-ledger', '--target', 'node20.18');
  const { verifyCommand } = await import(pathToFileURL(BUNDLED).href);
  const [file, ...rest] = process.argv.slice(2);
  const path = file && resolve(process.env.INIT_CWD ?? process.cwd(), file);
  process.exitCode = await verifyCommand(path === undefined ? [] : [path, ...rest], console.log);
  isTold = true;
});

// 1 is for a ledger that is not whole, and for nothing else.
if (!isTold) process.exitCode = 2;
