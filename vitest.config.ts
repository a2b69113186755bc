import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/firefox/**', 'tests/stand/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    // A loaded machine is slow; what is waited for comes all the same.
    expect: { poll: { timeout: 10_000 } },
    // By default one core is left free, which on a machine with two is half of it.
    maxWorkers: '100%',
  },
});
