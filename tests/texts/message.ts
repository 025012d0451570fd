/** What stands in a message of the interface: its text, and the names that are filled in. */
export interface Message {
  /** The text with one form of each plural or choice, the last; a name that is filled in stands as `1`. */
  readonly plain: string
  /** Every text piece, of all forms. */
  readonly pieces: readonly string[]
  /** The names that are filled in, each once, in the order of the alphabet. */
  readonly names: readonly string[]
}

/** Reads `{count, plural, one {# day} other {# days}}` and the like; words outside braces are text. */
export function readMessage(message: string): Message {
  const names = new Set<string>()
  const pieces: string[] = []
  const plain = plainOf(message, { names, pieces })
  return { plain, pieces, names: [...names].toSorted() }
}

interface Found {
  readonly names: Set<string>
  readonly pieces: string[]
}

function plainOf(message: string, found: Found): string {
  let plain = ''
  for (let at = 0; at < message.length; ) {
    const open = message.indexOf('{', at)
    const end = open < 0 ? message.length : open
    const piece = message.slice(at, end)
    if (piece !== '') found.pieces.push(piece)
    plain += piece.replaceAll('#', '1')
    if (open < 0) break
    const close = closingOf(message, open)
    plain += argumentOf(message.slice(open + 1, close), found)
    at = close + 1
  }
  return plain
}

/** The brace that closes the one at `open`; a message that never closes it is broken. */
function closingOf(message: string, open: number): number {
  let depth = 0
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth++
    if (message[at] === '}') depth--
    if (depth === 0) return at
  }
  throw new Error(`a brace is not closed: ${message}`)
}

function argumentOf(inside: string, found: Found): string {
  const brace = inside.indexOf('{')
  const head = brace < 0 ? inside : inside.slice(0, brace)
  const [name = '', type] = head.split(',').map((part) => part.trim())
  found.names.add(name)
  if (type === undefined || brace < 0) return '1'
  return formsOf(inside.slice(brace), found).at(-1) ?? ''
}

function formsOf(text: string, found: Found): readonly string[] {
  const forms: string[] = []
  for (let open = text.indexOf('{'); open >= 0; ) {
    const close = closingOf(text, open)
    forms.push(plainOf(text.slice(open + 1, close), found))
    open = text.indexOf('{', close)
  }
  return forms
}
