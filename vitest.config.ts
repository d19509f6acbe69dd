import { defineConfig } from 'vitest/config';
import { shareCompiledCode } from './test/support/compiled-code.ts';

shareCompiledCode();

// One process for many files: with one for each, half of the time went into starting them. So a test leaves nothing
// behind: what it changes of the process it changes back, and `vi.mock` is for a module that no other test has loaded.
const shared = { isolate: false, unstubGlobals: true, testTimeout: 30_000 };

export default defineConfig({
  test: {
    // All of the machine: nobody works beside a test run, and much of it waits for sockets.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], ...shared } },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...shared } },
    ],
  },
});
