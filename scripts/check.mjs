import { run } from './say.mjs';
import { setUp } from './setup.mjs';
import { checks, runStages } from './stages.mjs';

// As many random histories as the minute allows; `npm test` carries out all thousand.
process.env.REKEY_SCHEDULES ??= '100';

await run(async () => {
  await setUp({ forTests: true });
  await runStages(checks);
});
