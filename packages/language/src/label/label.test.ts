import { applyProtocol, type CarePlan, isOpen, parseSession } from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { SUBJECT_OF_CLASS, subjectOf } from './class-subject.ts'
import { ENTRIES } from './ingredient.ts'
import { label } from './label.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ledgers = readLedgers(undefined, { cache: false })

function planOf(
  procedure: Readonly<Record<string, unknown>>,
  events: readonly unknown[] = [],
): CarePlan {
  const session = parseSession({
    zone: 'Europe/London',
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: '2026-11-16T15:00:00+00:00',
        device: 'pen',
        needleDepthMm: 1,
        bodySites: ['face'],
        ...procedure,
      },
    ],
    patient: { medicines: [], history: [] },
    events,
  })
  if (!ledgers.ok || !session.ok) throw new Error('no ledger or no session')
  return applyProtocol(
    ledgers.value.map(({ protocol }) => protocol),
    session.value,
  )
}

const plan = planOf({})
const after = (hours: number) => plan.anchor + hours * HOUR
const ask = (ingredients: string, hours: number, product?: string) =>
  label(plan, { ingredients, product, at: after(hours) })

const BLAND = 'Water, Glycerin, Petrolatum, Ceramide NP, Cholesterol, Phenoxyethanol'

describe('label', () => {
  it('is ok with what the sources recommend, and names it', () => {
    expect(ask(BLAND, 2)).toMatchObject({
      verdict: 'ok',
      deciding: null,
      limits: [],
      recommended: ['Glycerin', 'Ceramide NP', 'Cholesterol'],
      opensAt: after(2),
    })
  })

  it('is decided by the strictest class, and opens when the last of them does', () => {
    const answer = ask('Water, Niacinamide, Glycerin, Linalool', 24)
    expect(answer).toMatchObject({
      verdict: 'avoid',
      deciding: { ingredient: 'Linalool', class: 'fragrance-allergen', subject: 'fragrance' },
      opensAt: after(336),
    })
    expect(ask('Water, Niacinamide, Glycerin, Linalool', 336).verdict).toBe('caution')
    expect(ask('Water, Niacinamide, Glycerin, Linalool', 335).verdict).toBe('avoid')
  })

  it('has no time for what only the clinic opens', () => {
    expect(ask('Water, Retinol, Glycerin', 24)).toMatchObject({ verdict: 'avoid', opensAt: null })
    expect(ask('Water, Retinol, Glycerin', 400)).toMatchObject({
      verdict: 'ask-clinic',
      opensAt: null,
    })
  })

  it('asks about sunscreen in the first day and recommends a mineral one after it', () => {
    const sunscreen = 'Zinc Oxide 20%, Water, Caprylic/Capric Triglyceride'
    expect(ask(sunscreen, 23, 'Sun cream SPF 30').verdict).toBe('ask-clinic')
    expect(ask(sunscreen, 24, 'Sun cream SPF 30')).toMatchObject({
      verdict: 'ok',
      recommended: ['Zinc Oxide'],
    })
  })

  it('holds a sunscreen with iron oxides to be makeup', () => {
    const tinted = ask('Zinc Oxide 20%, Water, Iron Oxides', 48)
    expect(tinted.deciding).toMatchObject({ class: 'tinted-sunscreen', status: 'avoid' })
  })

  it('reports a trace, which counts all the same, and lets pass what only sets the acidity', () => {
    const tail = 'Water, Glycerin, Dimethicone, Cetyl Alcohol, Squalane, Petrolatum, Phenoxyethanol'
    expect(ask(`${tail}, Citric Acid`, 2)).toMatchObject({ verdict: 'ok' })
    expect(ask(`${tail}, Lactic Acid`, 2)).toMatchObject({ verdict: 'ok' })
    expect(ask(`${tail}, Glycolic Acid`, 2)).toMatchObject({
      verdict: 'avoid',
      deciding: { ingredient: 'Glycolic Acid', trace: true },
    })
  })

  it('is no better than caution with an ingredient that it does not know', () => {
    expect(ask(`${BLAND}, Xyzzylate`, 2)).toMatchObject({
      verdict: 'caution',
      limits: ['unrecognised'],
      unrecognised: ['Xyzzylate'],
    })
  })

  it('cannot clear a text of which it knows less than half', () => {
    const garbled = 'Water, Glycerin, Blinovanate, Quorfenexol, Xyzzylate'
    expect(ask(garbled, 2)).toMatchObject({ verdict: 'cannot-clear', opensAt: null })
    expect(
      ask('Water, Glycerin, Cetyl Alcohol, Blinovanate, Quorfenexol, Xyzzylate', 2).verdict,
    ).toBe('caution')
  })

  it('is no better than caution with a plant no source speaks of, until products are free', () => {
    const plants = `${BLAND}, Centella Asiatica Extract`
    expect(ask(plants, 2)).toMatchObject({
      verdict: 'caution',
      unsourced: ['Centella Asiatica Extract'],
    })
    expect(ask(plants, 360).verdict).toBe('ok')
  })

  it.each([
    ['', '', 'cannot-clear'],
    ['', 'Hydro Boost', 'ask-clinic'],
    ['', 'Daily moisturizing lotion', 'caution'],
    ['', 'Retinol 0.5% serum', 'avoid'],
    ['', 'Differin gel', 'avoid'],
    ['', 'Sun cream SPF 50', 'cannot-clear'],
    ['hello there', 'Moisturizer', 'cannot-clear'],
    [BLAND, 'Sun cream SPF 50', 'cannot-clear'],
    [BLAND, 'Tinted moisturiser SPF 15', 'avoid'],
    [BLAND, 'Whitening cream', 'avoid'],
    [`Inactive ingredients: ${BLAND}`, '', 'cannot-clear'],
    [`Broad spectrum SPF 50 Ingredients: ${BLAND}`, '', 'cannot-clear'],
    [BLAND, 'Fragrance free, alcohol-free cream', 'ok'],
    [BLAND, 'Foaming face wash', 'avoid'],
  ])('of %j called %j says %s', (ingredients, product, verdict) => {
    expect(ask(ingredients, 48, product).verdict).toBe(verdict)
  })

  it('cannot clear a list without the active that the name promises, once that active is not forbidden', () => {
    const answer = ask(BLAND, 400, 'Vitamin C serum')
    expect(answer).toMatchObject({
      verdict: 'cannot-clear',
      limits: ['lacks-named'],
      opensAt: null,
    })
    expect(ask('Water, Ascorbyl Glucoside', 400, 'Vitamin C serum').limits).toEqual([])
  })

  it('tells apart what the list holds and what only the name tells', () => {
    const answer = ask('Water, Niacinamide', 48, 'Foaming face wash')
    expect(answer.findings.map(({ ingredient }) => ingredient)).toEqual(['Niacinamide'])
    expect(answer.named).toMatchObject([{ ingredient: 'foaming', class: 'foaming-cleanser' }])
  })

  it('clears nothing before the session, nor after one that no protocol covers', () => {
    expect(label(plan, { ingredients: BLAND, at: plan.anchor - DAY }).verdict).toBe('ask-clinic')
    const uncovered = planOf({ device: 'rf' })
    const answer = label(uncovered, { ingredients: BLAND, at: uncovered.anchor + 90 * DAY })
    expect(answer).toMatchObject({ verdict: 'ask-clinic', opensAt: null, recommended: [] })
  })

  it('peels by its strength: urea from 10 % on', () => {
    expect(ask('Water, Urea 5%, Glycerin', 2).verdict).toBe('ok')
    expect(ask('Water, Urea 10%, Glycerin', 2).deciding).toMatchObject({ class: 'exfoliant' })
  })

  it('asks about everything on the skin where the ledger has no subject for a class', () => {
    const bare = { ...plan, subjects: {} }
    expect(subjectOf('retinol', bare)).toBe('skin-products')
    expect(label(bare, { ingredients: BLAND, at: after(400) }).verdict).toBe('ask-clinic')
  })
})

const names = fc.uniqueArray(fc.constantFrom(...ENTRIES.map(({ name }) => name)), {
  minLength: 1,
  maxLength: 20,
})
const hours = fc.integer({ min: -48, max: 24 * 400 })

describe('whatever the label and the time', () => {
  it('is ok only where the plan has every class of it open', () => {
    const classes = new Map(ENTRIES.map((one) => [one.name, one.class]))
    fc.assert(
      fc.property(names, hours, (list, hour) => {
        const answer = ask(list.join(', '), hour)
        const found = [...answer.findings, ...answer.named]
        const open = found.every(({ status }) => isOpen(status))
        if (answer.verdict === 'ok' || answer.verdict === 'caution') expect(open).toBe(true)
        if (answer.verdict === 'ok')
          for (const name of list.filter((one) => one !== 'Citric Acid' && one !== 'Lactic Acid')) {
            const own = classes.get(name)
            const isFound = answer.findings.some(
              ({ subject }) => subject === SUBJECT_OF_CLASS[own ?? ''],
            )
            expect(own === null || isFound).toBe(true)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('is never better for one more ingredient', () => {
    const rank = { ok: 0, caution: 1, 'ask-clinic': 2, 'cannot-clear': 3, avoid: 4 }
    const acidity = new Set(['Citric Acid', 'Lactic Acid'])
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(...ENTRIES.map(({ name }) => name)),
        hours,
        (list, one, hour) => {
          const given = list.filter((name) => !acidity.has(name))
          fc.pre(given.length > 0)
          const more = ask([...given, one].join(', '), hour)
          expect(rank[more.verdict]).toBeGreaterThanOrEqual(
            rank[ask(given.join(', '), hour).verdict],
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('opens at an instant at which the same question is answered as open', () => {
    fc.assert(
      fc.property(names, hours, (list, hour) => {
        const { opensAt } = ask(list.join(', '), hour)
        if (opensAt === null) return
        const then = label(plan, { ingredients: list.join(', '), at: opensAt })
        expect(['ok', 'caution']).toContain(then.verdict)
      }),
      { numRuns: 200 },
    )
  })

  it('never throws on any text or name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (ingredients, product) => {
          expect(label(plan, { ingredients, product, at: after(3) }).verdict).not.toBe('ok')
        },
      ),
    )
  })
})
