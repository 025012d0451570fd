import type { Result } from '@afterglow/engine'
import { renderSVG } from 'uqr'

/** The largest code that a phone reads off a sheet: 117 modules a side. */
const LARGEST_VERSION = 25
/** What version 25 holds at level M, in bytes. */
export const LONGEST_QR = 997
/** The light margin that readers need, in modules: ISO/IEC 18004. */
const QUIET_ZONE = 4

/**
 * A text as an SVG image of its QR code: error level M, dark on light whatever the page's colours, the quiet zone inside.
 * A text of over `LONGEST_QR` bytes of UTF-8 is refused with an issue (`value`): hand on the link itself.
 */
export function toQr(text: string): Result<string> {
  const { length } = new TextEncoder().encode(text)
  if (length === 0 || length > LONGEST_QR) return tooLong(length)
  return {
    ok: true,
    value: renderSVG(text, { ecc: 'M', border: QUIET_ZONE, maxVersion: LARGEST_VERSION }),
  }
}

function tooLong(length: number): Result<never> {
  const diagnostics = `The text has ${length} bytes; a code that is read off paper has 1 to ${LONGEST_QR}.`
  return {
    ok: false,
    issues: [{ severity: 'error', code: 'value', diagnostics, expression: 'qr' }],
  }
}
