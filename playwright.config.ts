import { defineConfig } from 'playwright/test';

export default defineConfig({
  outputDir: 'test-results',
  // Each test opens an app of its own; two cores carry one at a time.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: true,
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'security', testDir: 'test/security' },
    { name: 'pack', testDir: 'test/pack' },
  ],
});
