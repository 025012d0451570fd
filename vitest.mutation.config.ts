import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The engine's own tests: what has to notice a break in the engine. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['packages/engine/src/**/*.test.ts'], isolate: true },
})
