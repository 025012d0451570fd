import { tokensOf } from '../words/fold.ts'
import type { Token } from '../words/lexicon.ts'

const MAY = new Set(
  tokensOf(`can could may should will would shall for does do let
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
const REACH = 2

/** Whether somebody other than the reader is to do it, `can my sister`: the plan is for one skin alone. */
export function isOfSomeoneElse(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ text }) => text)
  return words.some((word, k) => {
    if (!WHO.has(word)) return false
    let before = k - 1
    while (before > k - 1 - REACH && WHOSE.has(words[before] ?? '')) before -= 1
    return MAY.has(words[before] ?? '')
  })
}
