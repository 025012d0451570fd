import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTRIES } from './ingredient.ts'
import { readLabel } from './read-label.ts'

const namesIn = (text: string) => readLabel(text).ingredients.map(({ name }) => name)

describe('readLabel', () => {
  it.each([
    ['Aqua, Glycerin, Niacinamide', 'commas'],
    ['Aqua; Glycerin; Niacinamide', 'semicolons'],
    ['• Aqua\n• Glycerin\n• Niacinamide', 'bullets'],
    ['- Aqua\n- Glycerin\n- Niacinamide', 'dashes'],
    ['Aqua · Glycerin · Niacinamide', 'middle dots'],
    ['Aqua•Glycerin•Niacinamide', 'bullets without room'],
    ['Aqua | Glycerin | Niacinamide', 'bars'],
    ['1. Aqua 2. Glycerin 3. Niacinamide', 'numbers'],
    ['Aqua\nGlycerin\nNiacinamide', 'lines'],
    ['Aqua\r\nGlycerin\r\nNiacinamide', 'lines of another system'],
    ['Aqua / Glycerin / Niacinamide', 'slashes'],
    ['Aqua. Glycerin. Niacinamide.', 'full stops'],
    ['Aqua Glycerin Niacinamide', 'spaces alone'],
    ['Ingredients: AQUA, GLYCERIN, NIACINAMIDE', 'a heading'],
    ['Ingredients/Ingrédients: Aqua/Water/Eau, Glycerin, Niacinamide', 'three languages'],
    ['المكونات: ماء، الجلسرين، Niacinamide', 'Arabic commas'],
  ])('reads %j (%s)', (text) => {
    expect(namesIn(text)).toEqual(['Water', 'Glycerin', 'Niacinamide'])
    expect(readLabel(text).unrecognised).toEqual([])
  })

  it('keeps commas and slashes that belong to a name', () => {
    const text =
      '1,2-Hexanediol, Caprylic/Capric Triglyceride, Acrylates/C10-30 Alkyl Acrylate Crosspolymer'
    expect(readLabel(text).ingredients).toHaveLength(3)
    expect(namesIn('1, 2-Hexanediol, Water')).toEqual(['1,2-Hexanediol', 'Water'])
  })

  it('reads what stands in brackets: another name, a part, or how it was made', () => {
    expect(namesIn('Water (Aqua), Parfum (Linalool, Limonene)')).toEqual([
      'Water',
      'Parfum',
      'Linalool',
      'Limonene',
    ])
    expect(namesIn('Butyrospermum Parkii (Shea) Butter, Zinc Oxide (nano)')).toEqual([
      'Shea Butter',
      'Zinc Oxide',
    ])
    expect(namesIn('Zen Complex™ (Glycerin, Retinol), Water')).toEqual([
      'Glycerin',
      'Retinol',
      'Water',
    ])
    expect(namesIn('Parfum [Fragrance (Linalool [Citral])]')).toEqual([
      'Parfum',
      'Linalool',
      'Citral',
    ])
  })

  it('survives brackets without their other half', () => {
    expect(namesIn('Water (Aqua, Glycerin, Retinol')).toEqual(['Water', 'Glycerin', 'Retinol'])
    expect(namesIn('Water) Glycerin, Retinol)')).toEqual(['Water', 'Glycerin', 'Retinol'])
  })

  it('joins lines that break a name, with a hyphen or without', () => {
    const text = 'Water, Sodium\nHyaluronate, Phenoxy-\nethanol, Hydroxypropyl\nMethylcellulose'
    expect(namesIn(text)).toEqual([
      'Water',
      'Sodium Hyaluronate',
      'Phenoxyethanol',
      'Hydroxypropyl Methylcellulose',
    ])
  })

  it('takes a line for the end of a name where the comma was lost', () => {
    expect(namesIn('Water, Glycerin\nNiacinamide, Retinol')).toEqual([
      'Water',
      'Glycerin',
      'Niacinamide',
      'Retinol',
    ])
  })

  it.each([
    ['Niacinamide 10%', 10],
    ['10% Niacinamide', 10],
    ['Niacinamide (0,5 %)', 0.5],
    ['Niacinamide 2.5% w/w', 2.5],
    ['Niacinamide 2 °/o', 2],
  ])('reads the percentage of %j', (text, percent) => {
    expect(readLabel(text).ingredients).toMatchObject([{ name: 'Niacinamide', percent }])
  })

  it('reads a drug-facts panel', () => {
    const text = `Drug Facts
Active ingredients Purpose
Zinc oxide 12%........Sunscreen
Octinoxate 7.5%.......Sunscreen
Uses helps prevent sunburn
Warnings For external use only. Do not use on damaged skin; keep out of eyes, rinse with water.
Directions apply to the skin 15 minutes before going out
Inactive ingredients water, dimethicone, phenoxyethanol, citric acid`
    const read = readLabel(text)
    expect(read.ingredients.map(({ name, stands }) => `${name}: ${stands}`)).toEqual([
      'Zinc Oxide: active',
      'Octinoxate: active',
      'Water: inactive',
      'Dimethicone: inactive',
      'Phenoxyethanol: inactive',
      'Citric Acid: inactive',
    ])
    expect(read).toMatchObject({ unrecognised: [], claimsSunscreen: true, lacksActives: false })
  })

  it('misses the active ingredients of a panel that has none', () => {
    expect(readLabel('Inactive ingredients: Water, Glycerin').lacksActives).toBe(true)
    expect(
      readLabel('Active ingredients: Xyzzylate 3%\nInactive ingredients: Water').lacksActives,
    ).toBe(true)
  })

  it('tells what may be in it and leaves footnotes out', () => {
    const text =
      'Glycerin*, Aloe Barbadensis Leaf Juice*, Mica [+/- CI 77491, CI 77891]. *Organic ingredients'
    const read = readLabel(text)
    expect(read.ingredients.map(({ name, stands }) => [name, stands])).toEqual([
      ['Glycerin', 'listed'],
      ['Aloe Barbadensis Leaf Juice', 'listed'],
      ['Mica', 'listed'],
      ['Iron Oxides', 'may-contain'],
      ['Titanium Dioxide', 'may-contain'],
    ])
    expect(read.unrecognised).toEqual([])
  })

  it('counts as a trace what follows a preservative, and sees what only sets the acidity', () => {
    const text =
      'Water, Glycerin, Cetyl Alcohol, Dimethicone, Carbomer, Phenoxyethanol, Parfum, Glycolic Acid, Citric Acid'
    const traces = readLabel(text).ingredients.filter(({ trace }) => trace)
    expect(traces.map(({ name, setsAcidity }) => [name, setsAcidity])).toEqual([
      ['Carbomer', false],
      ['Phenoxyethanol', false],
      ['Parfum', false],
      ['Glycolic Acid', false],
      ['Citric Acid', true],
    ])
    expect(readLabel('Water, Citric Acid 5%, Glycerin').ingredients[1]?.setsAcidity).toBe(false)
    expect(readLabel('Water, Citric Acid, Glycerin').ingredients[1]?.setsAcidity).toBe(false)
  })

  it('does not take a sentence for an ingredient, nor a denied word for a present one', () => {
    expect(
      readLabel('Water, Glycerin, our formula is made for your skin and has no alcohol'),
    ).toMatchObject({
      unrecognised: [],
    })
    expect(
      namesIn('Water, Glycerin, our formula is made for your skin and has no alcohol'),
    ).toEqual(['Water', 'Glycerin'])
  })

  it.each(['Fragrance free', 'No alcohol', 'Paraben-free', 'without perfume'])(
    'takes %j for no ingredient',
    (boast) => {
      expect(readLabel(`Water, Glycerin, ${boast}`)).toMatchObject({
        ingredients: [{ name: 'Water' }, { name: 'Glycerin' }],
        unrecognised: [],
      })
    },
  )

  it('takes a name and its translations for one, and reads among them what needs care', () => {
    expect(namesIn('Olus Oil/Vegetable Oil/Huile Végétale, Water')).toEqual([
      'Olus Oil',
      'Vegetable Oil',
      'Water',
    ])
    expect(namesIn('Water/Retinyl Blinoate')).toEqual(['Water', 'Retinyl Blinoate'])
  })

  it('takes what explains a name in its middle for no ingredient of its own', () => {
    expect(namesIn('Curcuma Longa (Turmeric) Root Extract')).toEqual(['Curcuma Longa Root Extract'])
  })

  it('reads milligrams in a gram as a percentage', () => {
    expect(readLabel('Water, Octocrylene 50 mg/g').ingredients[1]).toMatchObject({ percent: 5 })
  })

  it.each([
    'lnactive ingredlents: Water',
    'Inacive ingredients: Water',
    'Inactiveingredients: Water',
  ])('sees through the slips of a heading: %s', (text) => {
    expect(readLabel(text)).toMatchObject({ lacksActives: true, unrecognised: [] })
  })

  it('knows the short headings of a panel', () => {
    const read = readLabel('Active: Zinc Oxide 10%. Inactive: Water, Glycerin')
    expect(read.ingredients.map(({ stands }) => stands)).toEqual(['active', 'inactive', 'inactive'])
  })

  it('shows what it does not know, as written', () => {
    expect(readLabel('Water, Xyzzylate Nonsensate, Glycerin').unrecognised).toEqual([
      'Xyzzylate Nonsensate',
    ])
  })
})

const JOINTS = [
  ', ',
  '; ',
  '\n',
  ' • ',
  '•',
  ' | ',
  ' · ',
  ',\n',
  '\n- ',
  '\n* ',
  ';\n',
  '، ',
  '\t',
] as const
const list = fc.uniqueArray(fc.constantFrom(...ENTRIES.map(({ name }) => name)), {
  minLength: 4,
  maxLength: 25,
})
const joint = fc.constantFrom(...JOINTS)
/** Where a name stands is told by its place, so it is part of what must not change. */
const told = (text: string) =>
  readLabel(text).ingredients.map(({ name, position, trace }) => ({ name, position, trace }))

describe('whatever the label', () => {
  it('reads the same however the list is split', () => {
    fc.assert(
      fc.property(list, joint, (names, by) => {
        expect(told(names.join(by))).toEqual(told(names.join(', ')))
      }),
      { numRuns: 400 },
    )
  })

  it('finds every name of the dictionary in a list', () => {
    fc.assert(
      fc.property(list, (names) => {
        expect(new Set(namesIn(names.join(', ')))).toEqual(new Set(names))
      }),
      { numRuns: 200 },
    )
  })

  it('never throws, and counts its ingredients from one on', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '(',
        ')',
        '[',
        '*',
        '%',
        ',',
        '\n',
        '+/-',
        'Ingredients:',
        'Retinol',
        '1. ',
        '0.5%',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readLabel(pieces.join(''))
        expect(read.ingredients.map(({ position }) => position)).toEqual(
          read.ingredients.map((_, k) => k + 1),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('reads a label of 100,000 letters of each hard kind', () => {
    for (const piece of [
      '(',
      ')',
      'Retinol ',
      'unknowable ',
      '\n',
      '((Water),',
      '1. ',
      'a-\n',
      ' / ',
      '%',
    ])
      expect(() => readLabel(piece.repeat(Math.ceil(100_000 / piece.length)))).not.toThrow()
  })
})
