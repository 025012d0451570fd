import { unreachable } from '@afterglow/engine'
import type { CareNote } from '../plan/care-note.ts'

/** A text of the protocols by its key. */
export type Text = (key: string) => string

export const MEDICINE = 'Do not stop or change a prescribed medicine on your own.'
export const FOOTER =
  'This does not take the place of your clinic. Their word comes first, and we cannot see your skin.'

export function subjectName(text: Text, code: string): string {
  return text(`subject.${code}`)
}

/** `Redness: the skin looks ...` is the sign's name, then how to know it. */
export function signName(text: Text, code: string): string {
  return text(`sign.${code}`).split(':')[0] ?? code
}

export function signWord(text: Text, code: string): string {
  return lowerFirst(signName(text, code))
}

/** `Redness` is `redness` inside a sentence; `IPL` stays as it is. */
export function lowerFirst(name: string): string {
  const [first = '', second = ''] = name
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name
}

/** `a, b and c` */
export function listed(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

/** What an open answer depends on, without the full stop. */
export function noteText(text: Text, note: CareNote): string {
  switch (note.kind) {
    case 'condition':
    case 'why':
      return withoutStop(text(note.text))
    case 'settled':
      return settledText(text, note.signs)
    case 'careful':
      return 'take it slowly, and stop if your skin reacts'
    default:
      return unreachable(note)
  }
}

function settledText(text: Text, signs: readonly string[] | 'all'): string {
  return signs === 'all'
    ? 'only if your skin is calm again: nothing red, dark, sore, hot, flaking or swollen'
    : `only if these are gone: ${listed(signs.map((sign) => signWord(text, sign)))}`
}

export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
