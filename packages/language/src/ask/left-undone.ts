import { tokensOf } from '../words/fold.ts'
import type { Token } from '../words/lexicon.ts'
import type { SaidSubject } from './find-subjects.ts'

/** Words that turn a thing into its leaving out: `skip sunscreen`, `sin protector`, `بدون واقي`. */
const BEFORE = new Set(
  tokensOf(`not without skip skipping miss missing forget avoid avoiding stop stopping quit never instead except besides than apart rather no dont less
  cant cannot shouldnt bad harmful dangerous unsafe banned forbidden malo peligroso ممنوع ضار
  forgo omit minus w/o drop ditch postpone delay leave
  sin no dejar evitar saltarme saltar omitir olvidar suspender nunca
  بدون بلا دون لا ما مو مش عدم اترك اوقف انسى اطنش بغير`),
)
/** Behind it, as in Urdu. */
const AFTER = new Set(
  tokensOf(
    `na nahi nahin baghair bagair bina bghair chor chorr chod chhor chhod skip miss band banned forbidden prohibited unnecessary bad harmful dangerous not optional mana ممنوع نہ نہیں بغیر بنا چھوڑ بند`,
  ),
)
const LACKING = new Set(
  tokensOf(`no without zero sin non nothing بدون بلا غير بغیر bina baghair بنا`),
)
/** Every word that may say so: it is read as that, or means nothing here. */
export const LEAVING_OUT: ReadonlySet<string> = new Set([...BEFORE, ...AFTER, ...LACKING])
/** `I do not know if`, `ya nahi`: what is asked is not the leaving out. */
const NOT_MEANT = new Set(tokensOf(`know sure remember ya یا`))
/** `Laga sakti hun na`: it asks to be agreed with. */
const TAGS = new Set(['hun', 'hoon', 'hain', 'hai', 'sakti', 'sakta', 'ok', 'okay'])
const REACH = 4

/** Whether a message asks about leaving a subject undone: then what the plan says of doing it answers nothing. */
export function leftUndoneIn(tokens: readonly Token[]): (said: SaidSubject) => boolean {
  const words = tokens.map(({ text }) => text)
  return ({ start, end }) => saysBefore(words, start) || saysAfter(words, end)
}

/** Whether a subject is what something else lacks: `no alcohol in it`, `sin perfume`. */
export function isLacking(tokens: readonly Token[], { start }: SaidSubject): boolean {
  return LACKING.has(tokens[start - 1]?.text ?? '')
}

function saysBefore(words: readonly string[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - REACH) && isWord(words[k]); k--)
    if (BEFORE.has(words[k] ?? '') && !isAside(words, k)) return true
  return false
}

function saysAfter(words: readonly string[], end: number): boolean {
  for (let k = end; k < end + REACH && isWord(words[k]); k++)
    if (AFTER.has(words[k] ?? '') && !isAside(words, k)) return true
  return false
}

function isAside(words: readonly string[], k: number): boolean {
  const [before = '', word = '', after = ''] = [words[k - 1], words[k], words[k + 1]]
  // `I miss my hot showers` longs for them; `can I miss`, `if I miss` leaves out.
  if (word === 'miss' && before === 'i') return !MAY_OR_IF.has(words[k - 2] ?? '')
  if (word === 'na' && TAGS.has(before)) return true
  return NOT_MEANT.has(before) || NOT_MEANT.has(after)
}

const MAY_OR_IF = new Set(['can', 'could', 'may', 'should', 'if', 'when'])

function isWord(word: string | undefined): boolean {
  return word !== undefined && /^[\p{L}\d]/u.test(word)
}
