import { type DeliveryResult, retry } from './delivery-result.ts'

export type Fetch = typeof globalThis.fetch

/** What a provider answered, or why it did not. */
export type Exchange =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'failed'; readonly result: DeliveryResult }

export const PATIENCE_MS = 10_000
const DAY_MS = 24 * 60 * 60 * 1000

/** Follows no redirect: a provider that moved would be sent our credentials at an address nobody checked. */
export async function exchange(fetch: Fetch, url: string, init: RequestInit): Promise<Exchange> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
    return { kind: 'answered', response }
  } catch (error) {
    return { kind: 'failed', result: retry(`no answer (${faultCode(error)})`) }
  }
}

/** The code of a network fault; never its message, which can quote the URL. */
export function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code)) return code
  return error.cause === undefined ? 'unknown' : faultCode(error.cause)
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds from `at`, at most a day; null when absent or odd. */
export function retryAfterMs(value: string | null | undefined, at: number): number | null {
  if (value === null || value === undefined) return null
  const text = value.trim()
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : httpDate(text) - at
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), DAY_MS)
}

/** Only the fixed-length form with GMT: Date.parse alone reads much else, and in the local zone. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN
}
