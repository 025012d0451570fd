import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { list } from '../modules.ts'
import { TRANSLATIONS } from './patient-texts.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Words that may mean more than one subject: both answers are shown, and the person chooses. */
const SHARED = [
  'acne cream',
  'actives',
  'actives',
  'aftershave',
  'aspirin',
  'bb cream',
  'cleanser',
  'day cream',
  'epiduo',
  'face cream',
  'face mask',
  'face mask',
  'face wash',
  'gym',
  'ipl',
  'lotion',
  'mask',
  'mask',
  'night cream',
  'sheet mask',
  'shower',
  'sleep',
  'toner',
]

function synonymsIn(locale: string): Readonly<Record<string, readonly string[]>> {
  const path = join(ROOT, `protocols/microneedling/synonyms.${locale}.json`)
  // Written as a record of lists; each test below would show it if it were not.
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, readonly string[]>>
}

function subjectCodes(): string[] {
  return list('protocols/microneedling/subjects/*.yaml')
    .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length))
    .toSorted()
}

describe.each(['en', ...TRANSLATIONS])('words for the subjects in %s', (locale) => {
  const synonyms = synonymsIn(locale)

  it('are there for every subject of the ledger and for nothing else', () => {
    expect(subjectCodes().length).toBeGreaterThan(100)
    expect(Object.keys(synonyms).toSorted()).toEqual(subjectCodes())
  })

  it('are two to fifteen for each, as people type them, and none twice', () => {
    for (const [subject, words] of Object.entries(synonyms)) {
      expect(words.length, subject).toBeGreaterThanOrEqual(2)
      expect(words.length, subject).toBeLessThanOrEqual(15)
      expect(words, subject).toEqual(words.map((word) => word.toLowerCase().trim()))
      expect(new Set(words).size, subject).toBe(words.length)
    }
  })
})

describe('English words for the subjects', () => {
  it('points to two subjects only where both are right', () => {
    const all = Object.values(synonymsIn('en')).flat()
    const repeated = all.filter((word, index) => all.indexOf(word) !== index)
    expect(repeated.toSorted()).toEqual(SHARED)
  })
})
