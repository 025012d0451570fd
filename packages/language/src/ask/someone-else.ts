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
  he she they him
  marido esposo esposa novio novia hermana hermano madre padre mama papa hija hijo hijos bebe nino nina amiga amigo
  behen bhai ammi abbu beti beta bacha bachi bache shohar biwi dost shauhar بہن بھائی امی بیٹی بیٹا بچہ بچی شوہر بیوی دوست
  زوجي زوجتي اختي اخوي اخي امي ابي بنتي ابني طفلي صديقتي صديقي ماما بابا`),
)
const OTHERS = new Set(tokensOf(`her him them`))
const REACH = 2

/** `My 3 year old`, `mi hija de 9 años`: nobody says it of their own skin to ask for it. */
function saysAnAge(words: readonly string[]): boolean {
  const isThird = words.some(
    (word, k) => /^pueden?$/.test(word) && !/^(?:se|me)$/.test(words[k - 1] ?? ''),
  )
  return words.some(
    (word, k) =>
      (/^(?:years?|yrs?|months?|weeks?)$/.test(word) && words[k + 1] === 'old') ||
      (isThird && WHO.has(word)),
  )
}

/** Whether it is for somebody other than the reader, `can my sister`: the plan is for one skin alone. */
export function isOfSomeoneElse(tokens: readonly Token[], { end }: SaidSubject): boolean {
  const words = tokens.map(({ text }) => text)
  if (OTHERS.has(words[end] ?? '') || saysAnAge(words)) return true
  return words.some((word, k) => {
    if (!WHO.has(word)) return false
    let before = k - 1
    while (before > k - 1 - REACH && WHOSE.has(words[before] ?? '')) before -= 1
    return MAY.has(words[before] ?? '')
  })
}
