import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { openApiDocument } from './openapi.ts'
import { PROBLEM_TITLES } from './reply.ts'
import type { Route } from './route.ts'

const FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}
/** Swagger UI sets styles from script; no other page of ours may. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"
const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Afterglow API</title><link rel="stylesheet" href="docs/swagger-ui.css"></head>
<body><main id="docs"></main><script src="docs/swagger-ui-bundle.js"></script><script src="docs/start.js"></script></body>
</html>`
const START = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#docs', deepLinking: true })`

/** What the `type` of a problem leads to. */
const PROBLEMS = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Afterglow: problems</title></head>
<body><main><h1>Problems</h1><p>What the API answers when it cannot do what was asked; <code>detail</code> and <code>issues</code> say more.</p>
<dl>${PROBLEM_TITLES.map(([code, title]) => `<dt id="${code}"><code>${code}</code></dt><dd>${title}</dd>`).join('\n')}</dl>
</main></body>
</html>`

/** The description for programs and its page for people, all of it from this server. */
export function apiDocs(routes: readonly Route[], baseUrl: string): Hono {
  const app = new Hono()
  const text = JSON.stringify(openApiDocument(routes, baseUrl), null, 1)
  app.get('/api/openapi.json', (context) =>
    context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  app.get('/api/docs', (context) =>
    context.body(PAGE, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
    }),
  )
  app.get('/problems', (context) =>
    context.body(PROBLEMS, 200, { 'content-type': 'text/html; charset=utf-8' }),
  )
  app.get('/api/docs/start.js', (context) =>
    context.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/api/docs/:file', async (context) => {
    const type = FILES[context.req.param('file')]
    if (type === undefined) return context.notFound()
    const bytes = await readFile(join(FOLDER, context.req.param('file')))
    return context.body(new Uint8Array(bytes), 200, { 'content-type': type })
  })
  return app
}
