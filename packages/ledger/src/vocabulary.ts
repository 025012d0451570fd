import { type CarePlan, SIGNS } from '@afterglow/engine'
import { codeIn, isListName, type ListName, wordsIn } from './code-words.ts'
import { folded } from './fold.ts'
import { nearest } from './nearest.ts'
import { everySignWord, signWordsIn } from './sign-words.ts'
import type { Synonyms } from './synonyms.ts'
import { signName, subjectName, type Texts } from './texts.ts'

/** What a person's words for subjects and signs are found by. */
export interface Vocabulary {
  readonly subjects: CarePlan['subjects']
  readonly texts: Texts
  /** What people call a subject, by its code. */
  readonly synonyms: Synonyms
}

/** The code of a subject that a person names by code or by the ledger's own words; the word as it is where none fits. */
export function subjectCode(word: string, vocabulary: Vocabulary): string {
  return subjectNamed(word, vocabulary, namesOf) ?? word
}

/** As `subjectCode`, by the whole name only: what a clinician frees must be no broader than what they wrote. */
export function subjectWritten(word: string, vocabulary: Vocabulary): string {
  return subjectNamed(word, vocabulary, wholeNameOf) ?? word
}

function subjectNamed(
  word: string,
  { subjects, texts }: Vocabulary,
  names: (name: string) => readonly string[],
): string | undefined {
  if (Object.hasOwn(subjects, word)) return word
  const said = withoutArticle(folded(word))
  return Object.keys(subjects).find((code) =>
    [folded(code), ...names(subjectName(texts, code))].includes(said),
  )
}

const MOST = 6

/** The subjects that a word in no list may mean: by what people call them, by a word of theirs inside it, or mistyped. */
export function likelySubjects(word: string, vocabulary: Vocabulary): readonly string[] {
  const said = withoutArticle(folded(word))
  const all = Object.keys(vocabulary.subjects).map((code) => ({
    code,
    words: calledBy(code, vocabulary),
  }))
  const having = (isMeant: (one: string) => boolean) =>
    all.filter(({ words }) => words.some(isMeant)).map(({ code }) => code)
  const whole = having((one) => one === said)
  if (whole.length > 0) return whole.slice(0, MOST)
  const inside = having((one) => one.length > 2 && ` ${said} `.includes(` ${one} `))
  if (inside.length > 0) return inside.slice(0, MOST)
  const near = nearest(
    said,
    all.flatMap(({ words }) => words),
  )
  return near === undefined ? [] : having((one) => one === near).slice(0, MOST)
}

function calledBy(code: string, { texts, synonyms }: Vocabulary): readonly string[] {
  const called = Object.hasOwn(synonyms, code) ? (synonyms[code] ?? []) : []
  return [folded(code), ...namesOf(subjectName(texts, code)), ...called.map(folded)]
}

/**
 * The code of a sign named by code, by the ledger's own name for it or by a usual word; any other word stays as it is:
 * unknown.
 */
export function signCode(word: string, texts: Texts): string {
  return SIGNS.find((code) => isCalled(word, code, texts)) ?? signWordsIn(word)?.code ?? word
}

export function isSign(code: string): boolean {
  return SIGNS.some((sign) => sign === code)
}

/** Whether a word is the sign's code or its name. */
export function isCalled(word: string, code: string, texts: Texts): boolean {
  const said = withoutArticle(folded(word))
  return [folded(code), ...namesOf(signName(texts, code))].includes(said)
}

/** What an unknown word of a session's field may be a slip of; of a medicine's name, the kind that it belongs to. */
export function unmappedHint(
  field: string,
  word: string,
  vocabulary: Vocabulary,
): string | undefined {
  const name = field.slice(field.lastIndexOf('.') + 1)
  if (name === 'signs' || name === 'settled') return nearestSign(word, vocabulary.texts)
  return isListName(name) ? nearestInList(name, word, vocabulary) : undefined
}

/** The word that an unknown word for a sign may be a slip of. */
export function nearestSign(word: string, texts: Texts): string | undefined {
  const names = SIGNS.map((code) => folded(signName(texts, code)))
  return nearest(folded(word), [...names, ...everySignWord(), ...SIGNS])
}

function nearestInList(list: ListName, word: string, vocabulary: Vocabulary): string | undefined {
  const near = nearest(folded(word), wordsIn(list))
  if (near !== undefined) return codeIn(list, near)
  if (list !== 'medicines') return undefined
  const kinds = likelySubjects(word, vocabulary).flatMap(
    (code) => nearest(code, wordsIn(list)) ?? [],
  )
  return kinds[0]
}

/** `Flaking or peeling` is known as a whole and by each of its words. */
function namesOf(name: string): readonly string[] {
  const [whole = ''] = wholeNameOf(name)
  return [whole, ...whole.split(' or ').map(withoutArticle)]
}

function wholeNameOf(name: string): readonly string[] {
  return [withoutArticle(folded(name.replace(/\(.*\)/, '')))]
}

function withoutArticle(said: string): string {
  return said.replace(/^(a|an|the|my) /, '')
}
