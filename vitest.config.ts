import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('packages/', import.meta.url))

export default defineConfig({
  resolve: {
    // By source, not by node_modules: mutation testing runs on a copy, and must test the copy.
    alias: [{ find: /^@afterglow\/([a-z]+)$/, replacement: `${packages}$1/src/index.ts` }],
  },
  test: {
    include: ['packages/**/src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/*.test.ts'],
    // What opens a database or a socket runs once, by packages/server/vitest.config.ts, and in no particular time zone.
    exclude: ['**/node_modules/**', 'packages/server/src/**/*.contract.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
  },
})
