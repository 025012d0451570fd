import { describe, expect, it } from 'vitest'
import { readMessage } from './message.ts'
import { interfaceTexts, ledgerTexts, type Texts } from './patient-texts.ts'
import {
  gradeOf,
  isGradable,
  isNecessary,
  sentencesOf,
  syllablesOf,
  wordsOf,
} from './readability.ts'

/** Reading age 9 to 11 is about the fourth to the sixth year of school. */
const MAX_GRADE = 6
const MAX_SENTENCE_WORDS = 20
/** Of four syllables and more, in one text, beside the words that have to be said. */
const MAX_LONG_WORDS = 2

const plainInterface = Object.fromEntries(
  Object.entries(interfaceTexts()).map(([id, message]) => [id, readMessage(message).plain]),
)

function longWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => syllablesOf(word) >= 4 && !isNecessary(word))
}

function offences(texts: Texts, offends: (text: string) => string | undefined): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const offence = offends(text)
    return offence === undefined ? [] : [`${key}: ${offence}: ${text}`]
  })
}

function tooHigh(text: string): string | undefined {
  const grade = isGradable(text) ? gradeOf(text) : 0
  return grade > MAX_GRADE ? `grade ${grade.toFixed(1)}` : undefined
}

function tooLong(text: string): string | undefined {
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length))
  return longest > MAX_SENTENCE_WORDS ? `a sentence of ${longest} words` : undefined
}

function tooManyLongWords(text: string): string | undefined {
  const words = new Set(longWords(text))
  return words.size > MAX_LONG_WORDS ? `long words (${[...words].join(', ')})` : undefined
}

describe.each([
  ['the ledger', ledgerTexts('en')],
  ['the app', plainInterface],
])('English of %s for patients', (_, texts) => {
  it('is there', () => {
    expect(Object.keys(texts).length).toBeGreaterThan(100)
  })

  it('is of reading age 9 to 11, text by text', () => {
    expect(offences(texts, tooHigh)).toEqual([])
  })

  it('has short sentences', () => {
    expect(offences(texts, tooLong)).toEqual([])
  })

  it('has few long words', () => {
    expect(offences(texts, tooManyLongWords)).toEqual([])
  })

  it('is easier than that as a whole', () => {
    expect(gradeOf(Object.values(texts).filter(isGradable).join(' '))).toBeLessThan(MAX_GRADE - 1)
  })
})
