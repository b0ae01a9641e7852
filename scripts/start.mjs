import { join } from 'node:path';

import { ensureBuilt } from './build.mjs';
import { runVisibly } from './command.mjs';
import { root } from './project.mjs';
import { electronPath } from './runtime.mjs';
import { run, say, Stop } from './say.mjs';
import { setUp } from './setup.mjs';

const isRoot = process.getuid?.() === 0;

await run(async () => {
  await setUp({ forTests: false });
  ensureBuilt();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Stop(
      'There is no display to open a window on.',
      'run it in a desktop session, or with a virtual display: apt-get install xvfb xauth && xvfb-run -a npm start',
    );
  }
  const runtime = electronPath();
  if (runtime === undefined) throw new Stop('There is no Electron runtime.', 'run npm start again.');
  if (isRoot) say('running as root, so Chromium’s own sandbox is off; run it as another user to have it on.');
  const flags = isRoot ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _leaked, ...env } = process.env;
  const main = join(root, 'out', 'main', 'main.js');
  process.exitCode = await runVisibly(runtime.path, [main, ...flags, ...process.argv.slice(2)], {
    cwd: root,
    env,
  });
});
