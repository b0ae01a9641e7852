import { join } from 'node:path';

import { runQuietly } from './command.mjs';
import { root } from './project.mjs';
import { Stop } from './say.mjs';

/** Bundles with the project's own Vite, as its arguments say; stops with its words where that fails. */
export function bundle(...args) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const bundled = runQuietly(process.execPath, [vite, 'build', ...args, '--logLevel', 'error'], 120, {
    cwd: root,
  });
  if (bundled.code === 0) return;
  process.stderr.write(bundled.output);
  throw new Stop('It could not be bundled.', 'read the words above; npm run check says more.');
}
