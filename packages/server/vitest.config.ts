import { defineConfig } from 'vitest/config'

/** Once, beside one PostgreSQL for the whole run; what opens a database, a socket or a process is named contract. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['../../tests/support/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // More than two cores: some of them wait for a disk or for a process. Files share a worker and what it has loaded.
    maxWorkers: 3,
    isolate: false,
  },
})
