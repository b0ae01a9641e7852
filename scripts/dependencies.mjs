import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm, npmOptions, runVisibly } from './command.mjs';
import { root } from './project.mjs';
import { say, Stop } from './say.mjs';

/** What `npm ci` leaves in node_modules once it has ended well: the digest of the lockfile that it followed. */
const STAMP = join(root, 'node_modules', '.rekey-lockfile');

/** What stands for a lockfile: the same for the same content, and for no other. */
export const stampOf = (lockfile) => createHash('sha256').update(lockfile).digest('hex');

/** True if the packages were last installed to the end, and by this very lockfile. */
export function isInstalled(lockfile, stamp = STAMP) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(lockfile);
}

/** Installs the packages of the lockfile, unless they are what is installed. */
export async function ensureDependencies() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  if (isInstalled(lockfile)) return;
  if (isLink(join(root, 'node_modules'))) {
    throw new Stop(
      'node_modules is a link, and installing would empty the folder that it leads to.',
      'remove the link, then run the same command again.',
    );
  }
  say('installing the packages of package-lock.json (half a minute) …');
  const code = await runVisibly(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    ...npmOptions,
  });
  if (code !== 0) {
    throw new Stop(
      'The packages could not be installed.',
      'check that the npm registry can be reached (npm ping), then run the same command again.',
    );
  }
  writeFileSync(STAMP, stampOf(lockfile));
}

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
