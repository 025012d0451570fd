import type { CarePlan } from '@afterglow/engine'
import { SIGNS } from '@afterglow/engine'
import { nearest } from './nearest.ts'
import { signWordsIn } from './sign-words.ts'
import { signName, subjectName, type Texts } from './texts.ts'

/** The code of a subject that a person names by code or by the ledger's own words; the word as it is where none fits. */
export function subjectCode(word: string, plan: CarePlan, texts: Texts): string {
  if (Object.hasOwn(plan.subjects, word)) return word
  const said = plain(word)
  return (
    Object.keys(plan.subjects).find((code) =>
      [plain(code), ...namesOf(subjectName(texts, code))].includes(said),
    ) ?? word
  )
}

/** The subject that an unknown word may have meant. */
export function nearestSubject(word: string, plan: CarePlan): string | undefined {
  return nearest(word.toLowerCase().replaceAll(' ', '-'), Object.keys(plan.subjects))
}

/**
 * The code of a sign named by code, by the ledger's own name for it or by a usual word for a warning sign; any other
 * word stays as it is: unknown.
 */
export function signCode(word: string, texts: Texts): string {
  const said = plain(word)
  return (
    SIGNS.find((code) => [plain(code), ...namesOf(signName(texts, code))].includes(said)) ??
    signWordsIn(word)?.code ??
    word
  )
}

/** `Flaking or peeling` is known as a whole and by each of its words. */
function namesOf(name: string): readonly string[] {
  const whole = plain(name.replace(/\(.*\)/, ''))
  return [whole, ...whole.split(' or ')].map((one) => one.replace(/^(a|an) /, ''))
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ')
    .replace(/^(a|an) /, '')
}
