import { ensureBuilt } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { run } from './say.mjs';
import { setUp } from './setup.mjs';

/** `npm run screenshots` takes a picture of every view, in both themes and two sizes, into docs/images. */
await run(async () => {
  await setUp({ forTests: true });
  ensureBuilt();
  process.exitCode = await runPlaywright('screenshots', process.argv.slice(2));
});
