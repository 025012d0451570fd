/** The ledger's words for patients, by key. */
export interface Texts {
  /** The text of a key; its last word spelled out where there is none, so that nothing is left out. */
  readonly text: (key: string) => string
  readonly has: (key: string) => boolean
  /** The language these words are in: English where the ledger has none in the person's. */
  readonly lang: string
  readonly subject: (code: string) => string
  /** The sign's name alone: `Redness`. */
  readonly sign: (code: string) => string
  /** How to know it, after the name: `the skin looks flushed ...`. */
  readonly signLooks: (code: string) => string
  /** All of them by key. */
  readonly table: TextTable
}

export type TextTable = Readonly<Record<string, string>>

export function createTexts(lang: string, ...tables: readonly TextTable[]): Texts {
  const table = Object.assign({}, ...tables) as TextTable
  const has = (key: string) => Object.hasOwn(table, key)
  const text = (key: string) => table[key] ?? spelled(key)
  return {
    text,
    has,
    lang,
    subject: (code) => text(`subject.${code}`),
    sign: (code) => cut(text(`sign.${code}`))[0],
    signLooks: (code) => cut(text(`sign.${code}`))[1],
    table,
  }
}

/** `Redness: the skin looks ...` is the sign's name, then how to know it. */
function cut(text: string): readonly [string, string] {
  const colon = text.search(/[:：]/)
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()]
}

function spelled(key: string): string {
  const words = key.slice(key.indexOf('.') + 1).replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** The name inside a sentence: `redness`; an abbreviation stays as it is. */
export function lowerFirst(text: string): string {
  const [first, second] = text
  if (first === undefined || (second !== undefined && second !== second.toLowerCase())) return text
  return first.toLowerCase() + text.slice(1)
}

/** The first sentence of a text, and what follows it. */
export function firstSentence(text: string): readonly [string, string] {
  const [, first = text, rest = ''] = /^(.+?[.!?۔؟])\s+(.*)$/s.exec(text) ?? []
  return [first, rest]
}
