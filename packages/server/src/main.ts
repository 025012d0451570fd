import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Stripping types and compiling takes longer than opening the database: what was compiled once is kept beside the packages.
enableCompileCache(
  fileURLToPath(new URL('../../../node_modules/.cache/afterglow-code', import.meta.url)),
)
const { runProcess } = await import('./process.ts')
// Now, and not at the end: a server may be killed.
flushCompileCache()
await runProcess()
