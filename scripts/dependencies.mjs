import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm, npmOptions, runVisibly } from './command.mjs';
import { root } from './project.mjs';
import { say, Stop } from './say.mjs';

/** What `npm ci` leaves in node_modules once it has ended well: the digest of the lockfile that it followed. */
const STAMP = join(root, 'node_modules', '.rekey-lockfile');

export const digestOf = (content) => createHash('sha256').update(content).digest('hex');

/** Installs the packages of the lockfile, unless they are what is installed. */
export async function ensureDependencies() {
  const wanted = digestOf(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
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
  writeFileSync(STAMP, wanted);
}
