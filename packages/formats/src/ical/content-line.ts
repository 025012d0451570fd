/** The lines of RFC 5545: escaped, folded, ended by CRLF. */

const FOLD_OCTETS = 75
/** Of the control characters a text may hold the tab and the new line alone. */
const CONTROL = /(?![\t\n])\p{Cc}/gu

/** One property; the value stands as it is given. A line of over 75 octets goes on in the next, after a space. */
export function contentLine(name: string, value: string): string {
  return `${folded(`${name}:${value}`)}\r\n`
}

/** A property of the TEXT type: its value is escaped, and what no text may hold is left out. */
export function textLine(name: string, value: string): string {
  return contentLine(name, escaped(value))
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** Folds between letters, never inside the octets of one. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > FOLD_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += size
  }
  return text
}

function octetsOf(letter: string): number {
  // A letter of a string's iteration has a code point.
  const point = letter.codePointAt(0) as number
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
