import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('../../packages/', import.meta.url))

/** Run once, not in each time zone: a browser is told its zone by the test. */
export default defineConfig({
  cacheDir: '../../node_modules/.vite-e2e',
  resolve: {
    alias: [{ find: /^@afterglow\/([a-z]+)$/, replacement: `${packages}$1/src/index.ts` }],
  },
  test: {
    root: import.meta.dirname,
    include: ['*.e2e.ts'],
    globalSetup: ['global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One browser at a time: what is measured here is the app, not the machine.
    fileParallelism: false,
  },
})
