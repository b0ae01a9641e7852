import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm, npmOptions, runQuietly } from './command.mjs';
import { root } from './project.mjs';
import { run, say, Stop } from './say.mjs';

const SUPPORTED_MAJORS = 3;

/** Fails once the pinned Electron is no longer among the majors that get security fixes (SECURITY S16). */
await run(() => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { code, output } = runQuietly(npm, ['view', 'electron', 'version'], 60, npmOptions);
  const newest = /^\d+\.\d+\.\d+$/m.exec(output)?.[0];
  if (code !== 0 || newest === undefined) {
    throw new Stop('The newest Electron could not be looked up.', 'run npm view electron version.');
  }
  const major = (version) => Number(version.split('.')[0]);
  if (major(newest) - major(devDependencies.electron) >= SUPPORTED_MAJORS) {
    throw new Stop(
      `Electron ${devDependencies.electron} gets no security fixes any more; ${newest} is out.`,
      `npm install --save-dev --save-exact electron@${newest}`,
    );
  }
  say(`Electron ${devDependencies.electron} is supported; the newest is ${newest}.`);
});
