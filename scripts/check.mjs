import { run } from './say.mjs';
import { setUp } from './setup.mjs';
import { checks, runStages } from './stages.mjs';

await run(async () => {
  await setUp({ forTests: true });
  await runStages(checks);
});
