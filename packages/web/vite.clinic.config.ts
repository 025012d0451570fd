import { join } from 'node:path'
import { defineConfig } from 'vite'
import { dataPlugin } from './build/data-plugin.ts'
import { devPolicyPlugin } from './build/dev-policy-plugin.ts'
import { wordsPlugin } from './build/words-plugin.ts'

/**
 * The clinic's console, built after the patient's app into the same folder and by itself: no script is shared, so that
 * neither starts the other, and nothing of it is kept on a patient's phone.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  appType: 'mpa',
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 300,
    rolldownOptions: {
      input: join(import.meta.dirname, 'clinic.html'),
      checks: { bundlerTimings: false },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [devPolicyPlugin(), dataPlugin(), wordsPlugin()],
})
