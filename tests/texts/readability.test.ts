import { describe, expect, it } from 'vitest'
import { gradeOf, isGradable, sentencesOf, syllablesOf, wordsOf } from './readability.ts'

describe('the reading grade', () => {
  it('counts syllables as they are spoken', () => {
    const counted = { skin: 1, makes: 1, needle: 2, washed: 1, treated: 2, swelling: 2, '24': 1 }
    for (const [word, syllables] of Object.entries(counted))
      expect(syllablesOf(word), word).toBe(syllables)
    expect(syllablesOf('possibility')).toBe(5)
  })

  it('counts a word that has to be said as a short one', () => {
    expect(syllablesOf('Microneedling')).toBe(2)
  })

  it('splits sentences at their ends only, and compounds into words', () => {
    expect(sentencesOf('Wash it: gently. Do not rub! Why? ')).toHaveLength(3)
    expect(wordsOf("don't use hair-removal cream")).toEqual([
      "don't",
      'use',
      'hair',
      'removal',
      'cream',
    ])
  })

  it('gives the grade that the formula gives', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10)
  })

  it('is worse for long words and for long sentences', () => {
    const plain = gradeOf('Wash your face. Pat it dry.')
    expect(gradeOf('Wash your face and then you can pat it dry.')).toBeGreaterThan(plain)
    expect(gradeOf('Utilise appropriate moisturisation. Pat it dry.')).toBeGreaterThan(plain)
  })

  it('does not judge a label', () => {
    expect(isGradable('Beta hydroxy acid')).toBe(false)
    expect(isGradable('Stop. Wash it off.')).toBe(true)
  })
})
