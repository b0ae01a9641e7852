import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { runVisibly } from './command.mjs';
import { root } from './project.mjs';
import { say, Stop } from './say.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const tsc = bin('typescript', 'bin', 'tsc');

export const unitFigures = join(root, 'test-results', 'unit.json');

/** What a change must pass without a window: types against both Electron majors, lint, format, unit, architecture. */
export const checks = [
  { name: 'types', run: () => node(tsc, '-b') },
  {
    name: 'types against the oldest Electron in use',
    run: () => node(tsc, '-p', 'tsconfig.electron33.json'),
  },
  { name: 'lint', run: () => node(bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0') },
  {
    name: 'format',
    run: () => node(bin('prettier', 'bin', 'prettier.cjs'), '.', '--check', '--log-level=warn'),
  },
  { name: 'unit and architecture tests', run: runVitest },
];

/** Runs stages one after the other, a sentence before each, and ends at the first that fails. */
export async function runStages(stages) {
  for (const { name, run } of stages) {
    const start = performance.now();
    say(`${name} …`);
    const code = await run();
    if (code !== 0) throw new Stop(`The stage “${name}” failed.`, 'read its words above.');
    say(`${name}: passed in ${((performance.now() - start) / 1_000).toFixed(1)} s.`);
  }
}

function runVitest() {
  rmSync(unitFigures, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitFigures}`];
  return node(bin('vitest', 'vitest.mjs'), 'run', ...reporters);
}

function node(...args) {
  return runVisibly(process.execPath, args, { cwd: root });
}
