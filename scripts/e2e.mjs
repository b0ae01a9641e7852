import { ensureBuilt } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { run } from './say.mjs';
import { setUp } from './setup.mjs';

/** `npm run e2e -- …` hands its arguments to Playwright; `npm run e2e -- --security …` runs the security suite instead. */
await run(async () => {
  const given = process.argv.slice(2);
  await setUp({ forTests: true });
  ensureBuilt();
  const project = given.includes('--security') ? 'security' : 'e2e';
  process.exitCode = await runPlaywright(
    project,
    given.filter((argument) => argument !== '--security'),
  );
});
