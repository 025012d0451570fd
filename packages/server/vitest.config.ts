import { defineConfig } from 'vitest/config'

/** What opens a database, a socket or a process: once, beside one PostgreSQL for the whole run, in one time zone. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['src/**/*.contract.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['../../tests/support/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
  },
})
