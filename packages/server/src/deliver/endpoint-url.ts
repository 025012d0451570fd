import { isIP } from 'node:net'
import type { Result } from '@afterglow/engine'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export interface EndpointRules {
  /** For development: this machine may be a target, by http as well. */
  readonly allowLocal?: boolean
}

const LONGEST_URL = 2048
/** Names that only a local network answers (RFC 6761, RFC 6762, RFC 9476, ICANN's `internal`). */
const LOCAL_SUFFIXES = ['.localhost', '.local', '.internal', '.alt', '.home.arpa', '.lan']

/**
 * The target of an outbound webhook: https, a public host, no login, no fragment. Where the name leads
 * is only known when it is resolved; `sendWebhook` looks then. URL has by now written decimal, octal and
 * hexadecimal addresses as dotted ones.
 */
export function parseEndpointUrl(text: string, rules: EndpointRules = {}): Result<URL> {
  const fault = faultOf(text, rules)
  if (fault === null) return { ok: true, value: new URL(text) }
  const issue = { severity: 'error', code: 'value', diagnostics: fault, expression: 'url' } as const
  return { ok: false, issues: [issue] }
}

/** This machine by name or by number. */
export function isLocalTarget(url: URL): boolean {
  const host = hostOf(url)
  return host === 'localhost' || host.endsWith('.localhost') || isLoopbackAddress(host)
}

/** Without the brackets of an IPv6 address and the final dot of a rooted name. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

function faultOf(text: string, rules: EndpointRules): string | null {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return 'not a web address'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'a name or password in the address'
  if (url.hash !== '') return 'a fragment is never sent: leave out what follows #'
  if (rules.allowLocal === true && isLocalTarget(url)) return schemeFault(url, ['https:', 'http:'])
  return schemeFault(url, ['https:']) ?? hostFault(hostOf(url))
}

function schemeFault(url: URL, schemes: readonly string[]): string | null {
  return schemes.includes(url.protocol) ? null : 'only https is accepted'
}

function hostFault(host: string): string | null {
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : 'not an address on the open internet'
  const local = !host.includes('.') || LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix))
  return local ? 'a name of the local network' : null
}
