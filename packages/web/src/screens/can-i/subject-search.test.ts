import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSubjectSearch, type Synonyms } from './subject-search.ts'

const file = new URL('../../../../../protocols/microneedling/synonyms.en.json', import.meta.url)
// Our own file of synonyms.
const synonyms = JSON.parse(readFileSync(file, 'utf8')) as Synonyms
const NAMES: Readonly<Record<string, string>> = {
  makeup: 'Makeup',
  'pool-swimming': 'Swimming pool',
  swimming: 'Swimming',
  retinoids: 'Vitamin A creams (retinoids)',
  exercise: 'Exercise',
  alcohol: 'Drinking alcohol',
  anticoagulants: 'Anticoagulants (such as warfarin, apixaban)',
  'sun-exposure': 'Being in the sun',
}
const search = createSubjectSearch(
  Object.keys(NAMES),
  { subject: (code) => NAMES[code] ?? code },
  synonyms,
)

describe('createSubjectSearch', () => {
  it('finds a subject by its name, by the start of it and by another word for it', () => {
    expect(search('makeup')[0]).toBe('makeup')
    expect(search('swim')).toContain('swimming')
    expect(search('gym')[0]).toBe('exercise')
    expect(search('warfarin')[0]).toBe('anticoagulants')
  })

  it('finds it despite a slip of the finger', () => {
    expect(search('swiming')).toContain('swimming')
    expect(search('alchohol')[0]).toBe('alcohol')
  })

  it('reads a whole question', () => {
    expect(search('can i go swimming')[0]).toBe('swimming')
  })

  it('finds nothing where nothing fits, so that the clinic is asked', () => {
    expect(search('xyzzy')).toEqual([])
    expect(search('')).toEqual([])
    expect(search('can i')).toEqual([])
  })
})
