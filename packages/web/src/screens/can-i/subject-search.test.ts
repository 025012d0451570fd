import { describe, expect, it } from 'vitest'
import { createSubjectSearch } from './subject-search.ts'

const NAMES: Readonly<Record<string, string>> = {
  makeup: 'Makeup',
  moisturiser: 'Plain moisturiser',
  retinol: 'Retinol or retinal',
  'pool-swimming': 'Swimming pool',
  swimming: 'Swimming',
  exercise: 'Exercise',
  alcohol: 'Drinking alcohol',
  anticoagulants: 'Anticoagulants (such as warfarin, apixaban)',
  'vitamin-c': 'Vitamin C on the skin',
  retinoids: 'Vitamin A creams',
  'gentle-care': 'Gentle care',
}

const SYNONYMS = {
  exercise: ['gym', 'work out'],
  moisturiser: ['lotion', 'night cream'],
  retinol: ['retinol serum', 'night cream'],
  'gentle-care': ['what can i use'],
}

const find = createSubjectSearch(
  Object.keys(NAMES),
  { subject: (code) => NAMES[code] ?? code },
  SYNONYMS,
)

/** Retinol is the answer with the most caution, and moisturiser the one with the least. */
function caution(code: string): number {
  if (code === 'moisturiser') return 0
  return code === 'retinol' ? 2 : 1
}

const search = (words: string): readonly string[] => find(words, caution).codes

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
    expect(search('when will it be okay to work out again?')[0]).toBe('exercise')
  })

  it('finds a name that is made of the words of every question', () => {
    expect(search('what can i use')).toEqual(['gentle-care'])
    expect(search('What can I use?')).toEqual(['gentle-care'])
  })

  it('takes a letter among other words for itself', () => {
    expect(search('vitamin c')).toEqual(['vitamin-c'])
  })

  it('finds nothing where nothing fits, so that the clinic is asked', () => {
    expect(search('xyzzy')).toEqual([])
    expect(search('')).toEqual([])
    expect(search('can i')).toEqual([])
  })

  it('shows every subject that is called so, the most cautious answer first', () => {
    expect(search('night cream')).toEqual(['retinol', 'moisturiser'])
    expect(find('night cream', (code) => -caution(code)).codes).toEqual(['moisturiser', 'retinol'])
  })

  it('puts the most cautious first where only some of the words are known', () => {
    expect(search('moisturiser with retinol')).toEqual(['retinol', 'moisturiser'])
  })

  it('says whether a word was left out', () => {
    expect(find('makeup', caution).isPart).toBe(false)
    expect(find('can i wear makeup now', caution).isPart).toBe(false)
    expect(find('makeup xyzzy', caution)).toEqual({ codes: ['makeup'], isPart: true })
    expect(find('swimming retinol', caution).isPart).toBe(true)
  })

  it('says so too where a word fits by a slip alone, and takes no short word for a slip', () => {
    expect(find('retinl', caution)).toMatchObject({ codes: ['retinol'], isPart: true })
    expect(find('gymm', caution).codes).toEqual([])
    expect(find('swim', caution).isPart).toBe(false)
  })

  it('puts what is stricter first, though more of the words fit another', () => {
    expect(find('plain moisturiser xyzzy retinol', caution).codes).toEqual([
      'retinol',
      'moisturiser',
    ])
  })
})
