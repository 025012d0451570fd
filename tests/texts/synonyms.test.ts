import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { list } from '../modules.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Words that may mean more than one subject: both answers are shown, and the person chooses. */
const SHARED = [
  'aftershave',
  'aspirin',
  'bb cream',
  'cleanser',
  'epiduo',
  'face wash',
  'gym',
  'ipl',
  'shower',
  'sleep',
]

// Written as a record of lists; each test below would show it if it were not.
const synonyms = JSON.parse(
  readFileSync(join(ROOT, 'protocols/microneedling/synonyms.en.json'), 'utf8'),
) as Readonly<Record<string, readonly string[]>>

function subjectCodes(): string[] {
  return list('protocols/microneedling/subjects/*.yaml')
    .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length))
    .toSorted()
}

describe('English words for the subjects', () => {
  it('has words for every subject of the ledger and for nothing else', () => {
    expect(subjectCodes().length).toBeGreaterThan(100)
    expect(Object.keys(synonyms).toSorted()).toEqual(subjectCodes())
  })

  it('has two to ten for each, as people type them', () => {
    for (const [subject, words] of Object.entries(synonyms)) {
      expect(words.length, subject).toBeGreaterThanOrEqual(2)
      expect(words.length, subject).toBeLessThanOrEqual(10)
      expect(words, subject).toEqual(words.map((word) => word.toLowerCase().trim()))
    }
  })

  it('points to two subjects only where both are right', () => {
    const all = Object.values(synonyms).flat()
    const repeated = all.filter((word, index) => all.indexOf(word) !== index)
    expect(repeated.toSorted()).toEqual(SHARED)
  })
})
