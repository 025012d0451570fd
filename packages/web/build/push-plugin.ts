import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What the service worker runs beside the list of files: it is fetched by this name, from the same folder. */
export const PUSH_WORKER = 'push-worker.js'

export function pushPlugin(): Plugin {
  return {
    name: 'afterglow-push',
    apply: 'build',
    buildStart() {
      const id = fileURLToPath(new URL('../src/push/push-worker.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName: PUSH_WORKER })
    },
  }
}
