import type { MiddlewareHandler } from 'hono'
import { problem } from './reply.ts'
import { respond } from './respond.ts'

/**
 * Refuses changes that a page of another site asks for with the person's cookies: browsers say where such a request
 * comes from. What is no browser says nothing, and has no cookies that it was not given.
 */
export function sameOrigin(baseUrl: string): MiddlewareHandler {
  const { origin } = new URL(baseUrl)
  return async (context, next) => {
    const { method } = context.req
    const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    if (isSafe || isOurs(context.req.raw.headers, origin)) return next()
    const reply = problem(403, 'forbidden', { detail: 'This request comes from another site.' })
    return respond(reply, context.req.raw, '')
  }
}

function isOurs(headers: Headers, origin: string): boolean {
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (from !== null && from !== origin) return false
  return site === null || site === 'same-origin' || site === 'none'
}
