import type { MiddlewareHandler } from 'hono'

/** On every answer, whoever gives it. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
}
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** Some of those who answer leave the letters' encoding out. */
const JSON_TYPE = 'application/json; charset=utf-8'
const TWO_YEARS = 'max-age=63072000; includeSubDomains'

/** The app's pages and files bring a policy of their own, which lets our files load; data gets one that lets nothing. */
export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', NOTHING)
    if (headers.get('content-type') === 'application/json') headers.set('content-type', JSON_TYPE)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (isHttps) headers.set('strict-transport-security', TWO_YEARS)
  }
}
