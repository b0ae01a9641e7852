import { packageApp } from './package-app.mjs';
import { runPlaywright } from './playwright.mjs';
import { run } from './say.mjs';
import { setUp } from './setup.mjs';

/** Packages the app as people get it, and looks at what came out: its fuses, its files, its window. */
await run(async () => {
  await setUp({ forTests: true });
  await packageApp({ onlyFolder: true });
  process.exitCode = await runPlaywright('pack', process.argv.slice(2));
});
