import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt } from './build.mjs';
import { runVisibly } from './command.mjs';
import { runPlaywright } from './playwright.mjs';
import { root } from './project.mjs';
import { run, say, Stop } from './say.mjs';
import { setUp } from './setup.mjs';

const VITEST = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const SCHEDULES = 'test/unit/electron/rotation/schedules.test.ts';

/**
 * Carries out many random histories of the rotation engine, others each time. `--count N` says how many, `--seed S` where
 * to begin, and `--path P` brings back the one that a failure named. Then the window's process is killed at every write of its
 * journal, of which `npm test` tries every third.
 */
await run(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      path: { type: 'string' },
    },
  });
  await setUp({ forTests: true });
  const { count, seed, path } = values;
  const shares =
    path === undefined ? sharesOf(Number(count), Number(seed)) : [{ count: 1, seed: Number(seed) }];
  say(`${count} schedules from seed ${seed}, in ${String(shares.length)} processes …`);
  const codes = await Promise.all(shares.map((share) => soak({ ...share, path })));
  if (codes.some((code) => code !== 0)) {
    throw new Stop(
      'A schedule broke an invariant.',
      'read the line above that begins with “npm run soak”: it brings it back.',
    );
  }
  say(path === undefined ? `${count} schedules passed.` : 'the schedule passed.');
  if (path !== undefined) return;
  ensureBuilt();
  process.env.REKEY_EVERY_WRITE = '1';
  if ((await runPlaywright('e2e', ['sigkill'])) !== 0)
    throw new Stop('A kill at a write of the journal lost something.', 'read the words of the test above.');
});

/** The schedules, dealt out to as many processes as there are cores. */
function sharesOf(count, seed) {
  const processes = Math.max(1, Math.min(availableParallelism(), count));
  return Array.from({ length: processes }, (_, index) => ({
    count: Math.floor(count / processes) + (index < count % processes ? 1 : 0),
    seed: seed + index,
  }));
}

function soak({ count, seed, path }) {
  return runVisibly(process.execPath, [VITEST, 'run', SCHEDULES], {
    cwd: root,
    env: {
      ...process.env,
      REKEY_SCHEDULES: String(count),
      REKEY_SCHEDULE_SEED: String(seed),
      ...(path && { REKEY_SCHEDULE_PATH: path }),
    },
  });
}
