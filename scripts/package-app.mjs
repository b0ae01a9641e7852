import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureBuilt } from './build.mjs';
import { runQuietly } from './command.mjs';
import { fallbackVersion } from './fallback-runtime.mjs';
import { root } from './project.mjs';
import { electronPath } from './runtime.mjs';
import { say, Stop } from './say.mjs';
import { setUp } from './setup.mjs';

/** Where an unpacked app made on the fallback runtime goes: good for `npm run pack-test`, never for a person. */
const NOT_FOR_RELEASE = join(root, 'release', 'not-for-release');

/**
 * Packages the app for this system: as installers on the official runtime, as an unpacked folder where `onlyFolder` or on
 * the stand-in. Answers with the folder that holds what was made.
 */
export async function packageApp({ onlyFolder }) {
  await setUp({ forTests: false });
  ensureBuilt();
  const runtime = electronPath();
  const flags = runtime.isOfficial ? [] : fallbackFlags(runtime.path);
  if (!runtime.isOfficial) {
    rmSync(NOT_FOR_RELEASE, { recursive: true, force: true });
    say(`this is packaged on the stand-in runtime and is not for release: ${NOT_FOR_RELEASE}`);
  }
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const target = onlyFolder || !runtime.isOfficial ? ['--dir'] : [];
  say('packaging …');
  const args = ['--publish', 'never', ...target, ...flags];
  const { code, output } = runQuietly(process.execPath, [builder, ...args], 1_800, { cwd: root });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Stop('The app could not be packaged.', 'read the words of electron-builder above.');
  }
  return runtime.isOfficial ? join(root, 'release') : NOT_FOR_RELEASE;
}

function fallbackFlags(path) {
  return [
    `--config.electronDist=${dirname(path)}`,
    `--config.electronVersion=${fallbackVersion}`,
    `--config.directories.output=${NOT_FOR_RELEASE}`,
  ];
}
