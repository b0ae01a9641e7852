import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The runtime that the set-up found or made: the official one where it is installed, else the fallback. */
export function electronPath(): string {
  const electron = join(root, 'node_modules', 'electron');
  const pathFile = join(electron, 'path.txt');
  const official = existsSync(pathFile) ? join(electron, 'dist', readFileSync(pathFile, 'utf8').trim()) : '';
  const fallback = join(root, '.runtime', 'electron-33.2.1', 'electron');
  const found = [official, fallback].find((path) => path !== '' && existsSync(path));
  if (found === undefined) throw new Error('there is no Electron runtime: run npm start or npm test once');
  return found;
}

/** The built app's main file. */
export const mainFile = join(root, 'out', 'main', 'main.js');
