/** Builds the patient's app and serves it on this machine: `npm start`. Nothing of it needs a server of ours. */
import { join } from 'node:path'
import { build, preview } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const PORT = 4173

console.log('Building Afterglow, a few seconds ...')
await build({ root: ROOT, configLoader: 'native', logLevel: 'warn' })
const server = await preview({
  root: ROOT,
  configLoader: 'native',
  preview: { port: PORT, open: hasScreen() },
})
const [address] = server.resolvedUrls?.local ?? []
console.log(`\nAfterglow is at ${address}\nEverything stays in your browser. Ctrl+C ends it.`)

/** Whether there is somebody to open a browser for. */
function hasScreen(): boolean {
  if (!process.stdout.isTTY || process.env['CI'] !== undefined) return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}
