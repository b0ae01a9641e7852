import { rmSync } from 'node:fs';

import { ensureBuilt } from './build.mjs';
import { sumUp } from './figures.mjs';
import { figuresOf, runPlaywright } from './playwright.mjs';
import { run } from './say.mjs';
import { setUp } from './setup.mjs';
import { checks, runStages, unitFigures } from './stages.mjs';

const figures = [unitFigures, figuresOf('e2e'), figuresOf('security')];
for (const path of figures) rmSync(path, { force: true });

function build() {
  ensureBuilt();
  return 0;
}

await run(async () => {
  await setUp({ forTests: true });
  await runStages([
    ...checks,
    { name: 'build', run: build },
    { name: 'journeys in a real window', run: () => runPlaywright('e2e') },
    { name: 'security in a real, sandboxed window', run: () => runPlaywright('security') },
  ]);
});
process.stdout.write(`${sumUp(figures)}\n`);
