import { join } from 'node:path';

import { defineConfig } from 'playwright/test';

const results = process.env['REKEY_RESULTS'] ?? 'test-results';
const project = (name: string) => ({ name, testDir: `test/${name}`, outputDir: join(results, name) });

export default defineConfig({
  // Each test opens an app of its own. Whoever makes more than one desktop says how many go on at once.
  workers: 1,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: true,
  projects: [project('e2e'), project('security'), project('pack'), project('screenshots')],
});
