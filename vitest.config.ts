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
    // The server's run once, by packages/server/vitest.config.ts: its zones are the patients', never the machine's.
    exclude: ['**/node_modules/**', 'packages/server/**'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    // Of its own Vitest leaves one core idle, which is half of two. Files share a worker and what it has loaded: no test
    // replaces a module, and modules keep no state.
    maxWorkers: '100%',
    isolate: false,
  },
})
