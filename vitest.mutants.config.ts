import { defineConfig } from 'vitest/config';

/** The tests that need no database: what `npm run mutants` runs for every mutant. */
export default defineConfig({
  test: { include: ['test/score/*.test.ts', 'test/measures/*.test.ts'], testTimeout: 60_000 },
});
