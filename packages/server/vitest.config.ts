import { defineConfig } from 'vitest/config'
import { longestFirst } from '../../tests/support/longest-first.ts'

const LONGEST = [
  'kill.contract.test.ts',
  'backup/backup.contract.test.ts',
  'auth/staff-auth.contract.test.ts',
  'embedded/embedded.contract.test.ts',
  'authorisation.contract.test.ts',
  'auth/team.contract.test.ts',
  'routes/duplicates.contract.test.ts',
  'routes/adoptions.contract.test.ts',
  'store/migrations.contract.test.ts',
]

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
    sequence: { sequencer: longestFirst(LONGEST) },
    isolate: false,
  },
})
