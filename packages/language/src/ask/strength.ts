import { foundAt, isSaid, phrasesOf, type Token, wordsOfLexicon } from '../words/lexicon.ts'
import { wordList } from '../words/word-list.ts'
import type { SaidRow } from './find-signs.ts'

const MILD =
  phrasesOf(`slight, slightly, mild, mildly, bit, little, tiny, lil, poco, poquito, leve, leves, ligera, ligero,
  halka, halki, halke, thora, thori, thoda, thodi, ہلکا, ہلکی, ہلکے, تھوڑا, تھوڑی, تھوڑے, خفيف, خفيفه, قليل, قليلا, شوي, شويه, بسيط, بسيطه`)
const STRONG =
  phrasesOf(`severe, severely, very, really, extremely, extreme, intense, super, crazy, insanely, terrible, terribly,
  badly, loads, massive, massively, muy, mucho, mucha, bastante, demasiado, bohat, bahut, bohot, shadeed, بہت, شدید, شديد, شديده, جدا, كثير, كتير, مره, اوي`)
const WORSE =
  phrasesOf(`worse, worsening, worsened, getting worse, increasing, more and more, growing, peor, empeora, empeorando,
  va a mas, aumentando, barh rahi, barh raha, badh rahi, badh raha, barh, barhti, badhti,
  twice, double, grew, past the, past my, beyond, doble, crece, crecen, ضعف, zyada ho rahi, zyada ho raha, dugni, دوگنی, بڑھ, بڑھتی, بڑھتا,
  زیادہ ہو, بدتر, badtar, اسوا, يزداد, يزيد, تزيد, بتزيد, بيزيد, ازداد`)
const DENYING =
  phrasesOf(`no, without, not any, havent any, havent got any, not had any, havent had any, dont have any, dont have a, dont have, no signs of, no sign of, zero, sin,
  no tengo, no hay, nada de, ni, nor, bina, baghair, بغیر, بدون, لا يوجد, لا توجد, ما في, مافي, ماكو, ليس هناك, ما عندي, ولا`)
/** In Urdu the denying word comes after. */
const DENYING_AFTER = phrasesOf(`nahi hai, nahin hai, nahi hain, نہیں ہے, نہیں ہیں`)
/** `Not only fever`, `isn't it pus`: what asks or adds denies nothing. */
const NO_DENIAL = phrasesOf(
  `only, just, well, except, apart from, a few, few, some, maybe, though, yet, but, salvo, excepto, algunos, unos, unas, magar, lekin, siwaye, الا, بس, شويه, sirf, صرف, kya, کیا, فقط, solo, solamente, isnt, is there`,
)
/** What carries a denial on to the next word: `no pus or fever`. After `and` and a comma it may be there after all. */
const JOINING = new Set(['or', 'nor', 'o', 'ni', 'ya', 'يا', 'او', 'ولا'])

export function strengthOf(tokens: readonly Token[]): {
  readonly isMild: boolean
  readonly isStrong: boolean
  readonly isWorsening: boolean
} {
  return {
    isMild: isSaid(MILD, tokens),
    isStrong: isSaid(STRONG, tokens),
    isWorsening: isSaid(WORSE, tokens),
  }
}

/**
 * Whether a message says, beyond doubt, that a sign is not there: each time it is named a denying word stands right before
 * it (or, in Urdu, right after), or before what it is joined to. Signs said in several words are never taken as denied.
 */
export function isDenied(tokens: readonly Token[], { row, places }: SaidRow): boolean {
  const deniable = row.groups.length === 1 || row.sign === 'spreading-erythema'
  const isDoubtful = isSaid(NO_DENIAL, tokens) || (row.sign === 'fever' && hasNumber(tokens))
  if (!deniable || row.isSevere || isDoubtful) return false
  const starts = row.groups.length === 1 ? places : places.slice(0, 1)
  return starts.every((place) => deniedBefore(tokens, place) || deniedAfter(tokens, place.end))
}

function deniedAfter(tokens: readonly Token[], end: number): boolean {
  return foundAt(DENYING_AFTER, tokens, end).length > 0
}

/** How far back a denied list may begin: `no pus, fever or blisters`. */
const LIST_AT_MOST = 6

function deniedBefore(
  tokens: readonly Token[],
  { start, end: last }: { readonly start: number; readonly end: number },
): boolean {
  for (let k = start - 1; k >= Math.max(0, start - LIST_AT_MOST); k--) {
    // `No tengo` denies `tengo temperatura` as well.
    const found = foundAt(DENYING, tokens, k).some(
      ({ end }) => (end > start && end < last) || isListUpTo(tokens, end, start),
    )
    if (found) return true
  }
  return false
}

/** Directly before, or with single words and what carries the denial on in between. */
function isListUpTo(tokens: readonly Token[], from: number, to: number): boolean {
  if (from === to) return true
  const joins = tokens.slice(from, to).map(({ text }) => JOINING.has(text))
  return from < to && joins.length % 2 === 0 && joins.every((isJoin, k) => isJoin === (k % 2 === 1))
}

const FAHRENHEIT_FROM = 95
const FAHRENHEIT_TO = 110
const CELSIUS_FROM = 34
const CELSIUS_TO = 43
/** A fever without a number is a high one. */
const HIGH_FEVER = 39.5

/** The highest body temperature that is named, in degrees C. */
export function celsiusOf(tokens: readonly Token[]): number {
  const all = tokens.flatMap(({ text }) => {
    const number = Number(text.replace(',', '.'))
    if (number >= CELSIUS_FROM && number <= CELSIUS_TO) return [number]
    return number >= FAHRENHEIT_FROM && number <= FAHRENHEIT_TO ? [((number - 32) * 5) / 9] : []
  })
  if (all.length === 0) return HIGH_FEVER
  const said = tokens.some(({ readings }) => readings.some((one) => FEVER_WORDS.has(one)))
  return Math.max(...all, said ? FEVER_FROM : 0)
}

/** Whoever says fever is believed, whatever the number beside it. */
const FEVER_FROM = 38
const FEVER_WORDS = new Set(
  wordList('fever, feverish, fiebre, calentura, bukhar, bukhaar, بخار, حمي, chills'),
)

/** A number beside a fever is a temperature, whatever else is said. */
function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => /^\d/.test(text))
}

/** Words that say how strong a sign is: none of them is a slip of another word. */
export const STRENGTH_WORDS: readonly string[] = [MILD, STRONG, WORSE, DENYING].flatMap((lexicon) =>
  wordsOfLexicon<unknown>(lexicon),
)
