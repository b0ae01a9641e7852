import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { runQuietly } from './command.mjs';
import { root } from './project.mjs';
import { say, Stop } from './say.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const BUILT = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds the app into `out/`, unless what is there is newer than every source. */
export function ensureBuilt() {
  const built = Math.min(...BUILT.map((name) => changedAt(join(root, name))));
  const changed = Math.max(...SOURCES.map((name) => changedAt(join(root, name))));
  if (built > changed) return;
  say('building …');
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = runQuietly(process.execPath, [electronVite, 'build'], 300, { cwd: root });
  if (code === 0) return;
  process.stderr.write(output);
  throw new Stop('The app could not be built.', 'read the compiler’s words above; npm run check says more.');
}

/** When a file, or the newest file below a folder, was changed; 0 where there is none. */
export function changedAt(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
