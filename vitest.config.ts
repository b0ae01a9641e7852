import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx,mjs}'], testTimeout: 30_000 } },
      { test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'] } },
    ],
  },
});
