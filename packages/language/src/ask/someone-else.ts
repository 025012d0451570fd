import { tokensOf } from '../words/fold.ts'
import type { Token } from '../words/lexicon.ts'
import type { SaidSubject } from './find-subjects.ts'

const MAY = new Set(
  tokensOf(`can could may should will would shall for to on give does do let
  puede pueden podria podrian debe para kya kia کیا هل ممكن يمكن ينفع يقدر تقدر`),
)
const WHOSE = new Set(
  tokensOf(
    `my our the a an his her their mi mis su el la un una mera meri mere hamara میرا میری میرے`,
  ),
)
const WHO = new Set(
  tokensOf(`husband wife partner boyfriend girlfriend hubby fiance sister brother mum mom mummy mother dad father daughter son child children kid kids
  baby toddler infant newborn friend friends bestie colleague neighbour neighbor cousin aunt aunty uncle nan gran grandma grandad family roommate
  he she they him her them niece nephew grandson granddaughter patient client roommate flatmate
  marido esposo esposa novio novia hermana hermano madre padre mama papa hija hijo hijos bebe nino nina amiga amigo
  behen bhai ammi abbu beti beta bacha bachi bache shohar biwi dost shauhar بہن بھائی امی بیٹی بیٹا بچہ بچی شوہر بیوی دوست
  زوجي زوجتي اختي اخوي اخي امي ابي بنتي ابني طفلي صديقتي صديقي ماما بابا`),
)
const OTHERS = new Set(tokensOf(`her him them`))
/** `My little sister`, `can moisturiser be used by my sister`. */
const BY = new Set(['by', 'is', 'are'])
const REACH = 3

/** Whether a subject is asked about for somebody other than the reader: the plan is for one skin alone. */
export function someoneElseIn(tokens: readonly Token[]): (said: SaidSubject) => boolean {
  const words = tokens.map(({ text }) => text)
  const isAsked = words.some(
    (word, k) => (WHO.has(word) && isAskedFor(words, k)) || isFor(words, k),
  )
  const isOther = isAsked || saysAnAge(words) || speaksOfAnother(words)
  return ({ end }) => isOther || OTHERS.has(words[end] ?? '')
}

/** `Can my sister`, `for my mum`, at most one word more in between: `can my little sister`. */
function isAskedFor(words: readonly string[], place: number): boolean {
  const before = words.slice(Math.max(0, place - REACH), place)
  const from = before.findLastIndex((word) => MAY.has(word) || BY.has(word))
  const between = before.slice(from + 1)
  return (
    from >= 0 &&
    between.filter((word) => !WHOSE.has(word)).length <= Number(WHOSE.has(between[0] ?? ''))
  )
}

/** `Meri behen ke liye`, `لاختي`. */
function isFor(words: readonly string[], k: number): boolean {
  const [word = '', next = '', third = ''] = words.slice(k, k + 3)
  if (/^ل\p{Script=Arabic}/u.test(word)) return WHO.has(word.slice(1))
  return WHO.has(word) && /^(?:ke|k|کے|كي)$/u.test(next) && /^(?:liye|لیے|ليي|لیئے)$/u.test(third)
}

/** `My 3 year old`; `I am 35 years old` is the reader's own age. */
function saysAnAge(words: readonly string[]): boolean {
  return words.some((word, k) => {
    if (!/^(?:years?|yrs?|months?|weeks?)$/.test(word) || words[k + 1] !== 'old') return false
    return !/^(?:im|am|is|are)$/.test(words[k - 2] ?? '')
  })
}

/** In Spanish the verb tells: `mi hija..., puede`. */
function speaksOfAnother(words: readonly string[]): boolean {
  const isThird = words.some(
    (word, k) => /^pueden?$/.test(word) && !/^(?:se|me)$/.test(words[k - 1] ?? ''),
  )
  return isThird && words.some((word) => WHO.has(word))
}
