import type { Context } from 'hono'

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>There is no page here</title>
  </head>
  <body>
    <h1>There is no page here</h1>
    <p><a href="/">Your aftercare</a></p>
    <p><a href="/clinic.html">The clinic’s console</a></p>
  </body>
</html>
`

/** Whether somebody opened an address, in place of a program that asked for it. */
export function isByPerson({ req }: Context): boolean {
  return req.method === 'GET' && /\btext\/html\b/.test(req.header('accept') ?? '')
}

/** What a person sees who opened an address that is none: the two that are. */
export function noSuchPage(context: Context): Response | Promise<Response> {
  return context.html(PAGE, 404)
}
