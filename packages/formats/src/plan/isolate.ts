const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Keeps a name's own direction of writing from reordering the sentence it is put into; only needed from right to left. */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text
}
