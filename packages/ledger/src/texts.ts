import type { Protocol } from '@afterglow/engine'

/** The ledger's words for patients, by key. */
export interface Texts {
  /** The text of a key; its last word where the ledger has none, so that nothing is left out. */
  readonly text: (key: string) => string
  readonly has: (key: string) => boolean
  readonly keys: readonly string[]
}

const LOCALE = 'en'

export function textsOf(protocols: readonly Protocol[]): Texts {
  const entries = protocols.flatMap((one) => Object.entries(one.texts[LOCALE] ?? {}))
  const byKey = new Map(entries.toReversed())
  return {
    text: (key) => byKey.get(key) ?? spelled(key),
    has: (key) => byKey.has(key),
    keys: [...byKey.keys()],
  }
}

export function subjectName(texts: Texts, code: string): string {
  return texts.text(`subject.${code}`)
}

/** `Redness: the skin looks ...` is the sign's name, then how to know it. */
export function signName(texts: Texts, code: string): string {
  return texts.text(`sign.${code}`).split(':')[0] ?? code
}

/** The name inside a sentence: `redness`. */
export function signWord(texts: Texts, code: string): string {
  return lowerFirst(signName(texts, code))
}

export function lowerFirst(text: string): string {
  const [first, second] = text
  if (first === undefined || (second !== undefined && second !== second.toLowerCase())) return text
  return first.toLowerCase() + text.slice(1)
}

/** `a, b and c` */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

function spelled(key: string): string {
  const words = key.slice(key.indexOf('.') + 1).replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
