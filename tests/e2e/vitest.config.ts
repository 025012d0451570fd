import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { longestFirst } from '../support/longest-first.ts'

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
    // A page and a server answer each other on one machine: what is waited for has its time.
    expect: { poll: { timeout: 30_000 } },
    // A browser for each: no test measures a time, and one page keeps one core busy.
    maxWorkers: 2,
    sequence: {
      sequencer: longestFirst(['console-axe.e2e.ts', 'axe.e2e.ts', 'axe-narrow.e2e.ts']),
    },
  },
})
