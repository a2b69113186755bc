import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Ways of a person in Firefox; `npm test` runs them after building the extension for it.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/firefox/*.test.ts'],
    environment: 'node',
    // One browser at a time: two of them on a small machine are slower than one after the other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
