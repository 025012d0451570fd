import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Where a request comes from. Behind proxies of one's own, so many from the end of X-Forwarded-For: what stands before
 * them is whatever the caller wrote.
 */
export function clientAddress(context: Context, trustedProxies: number): string {
  const socket = getConnInfo(context).remote.address ?? 'unknown'
  if (trustedProxies === 0) return socket
  const told = (context.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return told.at(-trustedProxies) || socket
}
