import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

const PAGE =
  "default-src 'self'; img-src 'self' blob: data:; worker-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** A worker lives by the policy of its own file, and the one that reads photos of labels runs WebAssembly. */
const FILE = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'"
const HASHED = /-[\w-]{8}\.\w+$/
const YEAR = 'public, max-age=31536000, immutable'

/** The app's own files, compressed; what has a hash in its name is kept for a year, all else is asked for again. */
export function siteFiles(folder: string): Hono {
  const app = new Hono()
  app.use(compress())
  app.get(
    '/*',
    serveStatic({
      root: folder,
      onFound: (path, context) => {
        context.header('cache-control', HASHED.test(path) ? YEAR : 'no-cache')
        context.header('content-security-policy', path.endsWith('.html') ? PAGE : FILE)
      },
    }),
  )
  return app
}
