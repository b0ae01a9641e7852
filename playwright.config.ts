import { join } from 'node:path';

import { defineConfig } from 'playwright/test';

const results = process.env['REKEY_RESULTS'] ?? 'test-results';
const project = (name: string) => ({ name, testDir: `test/${name}`, outputDir: join(results, name) });

// One step of the page; REKEY_SLOWNESS says how many times slower than an idle computer this one is.
const slowness = Math.max(1, Number(process.env['REKEY_SLOWNESS']) || 1);

export default defineConfig({
  // Each test opens an app of its own. Whoever makes more than one desktop says how many go on at once.
  workers: 1,
  fullyParallel: true,
  // A test may take as long as it moves: every wait in it fails by itself once nothing has moved, and what no wait covers,
  // the stall reporter ends.
  timeout: 0,
  expect: { timeout: 45_000 * slowness },
  reporter: [['list'], ['./test/support/stall-reporter.ts']],
  forbidOnly: true,
  projects: [project('e2e'), project('security'), project('pack'), project('screenshots')],
});
