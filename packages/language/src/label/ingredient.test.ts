import { createPlanner } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import sources from '../../data/ingredient-sources.json' with { type: 'json' }
import { readLedgers } from '../../../ledger/src/index.ts'
import { SUBJECT_OF_CLASS } from './class-subject.ts'
import { ENTRIES } from './ingredient.ts'
import { ingredientNear } from './near.ts'
import { exactly, loosely } from './resolve.ts'
import { foldName, skeletonOf } from './skeleton.ts'

const classOf = (name: string) => exactly(foldName(name))?.class

describe('the dictionary', () => {
  it('holds more than 2,900 names', () => {
    const names = ENTRIES.flatMap(({ name, synonyms }) => [name, ...synonyms])
    expect(names.length).toBeGreaterThan(2_900)
    expect(names.filter((name) => name.trim() !== name || name === '')).toEqual([])
  })

  it('gives no two ingredients the same name, scanners slips aside', () => {
    const owners = new Map<string, string>()
    const clashes = ENTRIES.flatMap(({ name, synonyms }) =>
      [name, ...synonyms].flatMap((one) => {
        const key = skeletonOf(foldName(one))
        const owner = owners.get(key)
        owners.set(key, name)
        return owner === undefined || owner === name ? [] : [`${one}: ${owner}, ${name}`]
      }),
    )
    expect(clashes).toEqual([])
  })

  it('answers for every class by a subject that the ledger has', () => {
    const ledgers = readLedgers(undefined, { cache: false })
    if (!ledgers.ok) throw new Error('no ledger')
    const known = new Set(createPlanner(ledgers.value.map(({ protocol }) => protocol)).codes)
    const classes = new Set(ENTRIES.flatMap((one) => one.class ?? []))
    expect([...classes].filter((one) => !Object.hasOwn(SUBJECT_OF_CLASS, one))).toEqual([])
    expect(Object.values(SUBJECT_OF_CLASS).filter((subject) => !known.has(subject))).toEqual([])
  })

  it.each(Object.entries(sources))('has a source that holds for %s: %s', (name, source) => {
    const [from = '', number] = source.split(' ').toReversed()
    expect(loosely(foldName(name)) ?? exactly(foldName(name))).toBeDefined()
    expect(['e', 'm', 'w', 'n', 'i']).toContain(from)
    expect(number === undefined || isCas(number)).toBe(true)
  })
})

function isCas(number: string): boolean {
  const digits = number.replaceAll('-', '').split('').map(Number)
  const check = digits.at(-1)
  const sum = digits
    .slice(0, -1)
    .toReversed()
    .reduce((total, digit, k) => total + digit * (k + 1), 0)
  return /^\d{2,7}-\d{2}-\d$/.test(number) && sum % 10 === check
}

describe('a name', () => {
  it.each([
    ['Retinyl Palmitate', 'retinoid'],
    ['vitamin a palmitate', 'retinoid'],
    ['TRETINOIN', 'prescription-retinoid'],
    ['Ethyl Ascorbic Acid', 'vitamin-c-derivative'],
    ['L-Ascorbic Acid', 'vitamin-c'],
    ['Capryloyl Salicylic Acid', 'bha'],
    ['Gluconolactone', 'pha'],
    ['Butyl Methoxydibenzoylmethane', 'chemical-filter'],
    ['CI 77947', 'mineral-filter'],
    ['Lavandula Angustifolia Oil', 'essential-oil'],
    ['SD Alcohol 40-B', 'drying-alcohol'],
    ['Sodium Laureth Sulfate', 'strong-surfactant'],
    ['Linalool', 'fragrance-allergen'],
  ])('%s is of class %s', (name, expected) => {
    expect(classOf(name)).toBe(expected)
  })

  it.each([
    'Cetearyl Alcohol',
    'Cetyl Alcohol',
    'Stearyl Alcohol',
    'Sodium Benzoate',
    'Benzoic Acid',
    'Ferulic Acid',
    'Sodium Lauroyl Lactylate',
    'Sodium Stearoyl Lactylate',
    'Glyceryl Stearate Citrate',
    'Sodium Citrate',
    'Sodium Lactate',
    'Triethyl Citrate',
    'Decyl Glucoside',
    'Sodium Cocoyl Isethionate',
    'Propylene Glycol',
    'Tocopheryl Acetate',
    'C12-15 Alkyl Benzoate',
    'Polyhydroxystearic Acid',
    'Hydroxyacetophenone',
    'Sodium Lauryl Sulfoacetate',
  ])('%s only looks like one that needs care', (name) => {
    const folded = foldName(name)
    expect((exactly(folded) ?? loosely(folded))?.class).toBeNull()
  })

  it.each([
    ['G1ycerin', 'Glycerin'],
    ['GLYCER|N'.replace('|', 'l'), 'Glycerin'],
    ['Sodiurn Hyaluronate', 'Sodium Hyaluronate'],
    ['sodiumhyaluronate', 'Sodium Hyaluronate'],
    ['Phenoxyethan0l', 'Phenoxyethanol'],
    ['Niacinimide', 'Niacinamide'],
    ['Retinly Palmitate', 'Retinyl Palmitate'],
    ['Salycilic Acid', 'Salicylic Acid'],
    ['Butylene Glycoll', 'Butylene Glycol'],
  ])('%s is read as %s', (written, name) => {
    const folded = foldName(written)
    expect((exactly(folded) ?? loosely(folded))?.name).toBe(name)
  })

  it.each([
    ['Retinyl Oleate Complex', 'retinoid'],
    ['Disodium Isostearyl Ascorbyl Phosphate', 'vitamin-c-derivative'],
    ['Myristoyl Tetrapeptide-12', 'peptide'],
    ['Rosa Something Flower Oil', 'essential-oil'],
    ['Hazel Shell Powder', 'scrub'],
  ])('%s, which is in no list, gives away its class %s', (name, expected) => {
    expect(loosely(foldName(name))?.class).toBe(expected)
  })

  it('is never guessed across a different number', () => {
    expect(ingredientNear(foldName('Ceteareth-50'), 2)).toBeUndefined()
  })

  it('stays unknown where nothing is near', () => {
    expect(loosely(foldName('Xyzzylate'))).toBeUndefined()
  })
})
