import { applyPlan, assess, cautionOf, createPlanner, type Protocol } from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { readLedgers } from '../../../ledger/src/index.ts'
import { label } from '../label/label.ts'
import { wordList } from '../words/word-list.ts'
import { ask, type AskContext } from './ask.ts'
import { ownSubjectsIn, withOwnSubjects } from './own-subjects.ts'

const bare = contextAt(50)
const ledgers = readLedgers(undefined, { cache: false })

type Positions = Protocol['subjects'][number]['positions']

/** The plan of a clinic that has subjects of its own, and the words that know them. */
function withSubjects(
  own: Readonly<Record<string, { readonly name: string; readonly positions: Positions }>>,
): AskContext {
  if (!ledgers.ok) throw new Error('the ledger cannot be read')
  const [first, ...rest] = ledgers.value.map(({ protocol }) => protocol)
  if (!first) throw new Error('there is no protocol')
  const subjects = Object.entries(own).map(([subject, { positions }]) => ({ subject, positions }))
  const planner = createPlanner([{ ...first, subjects: [...first.subjects, ...subjects] }, ...rest])
  const names = Object.fromEntries(Object.entries(own).map(([code, { name }]) => [code, [name]]))
  const vocabulary = withOwnSubjects(bare.vocabulary, names)
  return { ...bare, planner, plan: applyPlan(planner, bare.session), vocabulary }
}

function position(stance: 'avoid' | 'allow', until?: string): Positions[number] {
  const window = until === undefined ? {} : { window: { until } }
  // Any source of the ledger will do.
  return { id: `own-${stance}`, source: firstSource(), stance, ...window }
}

function firstSource(): string {
  const [source] = ledgers.ok ? Object.keys(ledgers.value[0]?.protocol.sources ?? {}) : []
  return source ?? ''
}

const context = withSubjects({
  'clinic-hydraglow': { name: 'HydraGlow moisturiser', positions: [position('avoid', 'P7D')] },
  'clinic-day-cream': { name: 'Day cream', positions: [position('avoid', 'P7D')] },
  'clinic-tea': { name: 'Retinol fever tea', positions: [position('allow')] },
  'clinic-retinul': { name: 'Retinul*', positions: [position('allow')] },
})

describe('a question about a subject that the plan has of its own', () => {
  it('is answered by the plan, whatever the words inside the name are free to do', () => {
    const answer = ask(context, 'can i use hydraglow moisturiser tonight')
    expect(ask(bare, 'can i use moisturiser tonight').status).toBe('recommended')
    expect(answer.status).toBe('avoid')
    const own = answer.parts.find(({ subject }) => subject === 'clinic-hydraglow')
    expect(own?.opensAt).toBe(assess(context.plan, 'clinic-hydraglow', context.at).opensAt)
  })

  it.each([
    'can i use hydraglo moisturiser',
    'is the moisturiser from hydraglow ok',
    'can i use day creams',
    'is a cream for the day ok',
  ])('is for the clinic at least where the name is not said as it is: %s', (q) => {
    const { status } = ask(context, q)
    expect(cautionOf(status ?? 'unknown')).toBeGreaterThanOrEqual(cautionOf('ask-clinic'))
  })

  it('is open by its own position where nothing in its name is shut', () => {
    const open = withSubjects({ 'clinic-zupa': { name: 'Zupa', positions: [position('allow')] } })
    expect(ask(open, 'can i have zupa').status).toBe('allowed')
    expect(ask(bare, 'can i have zupa').status).toBeNull()
  })

  it('is shut where a name holds what is shut', () => {
    expect(ask(context, 'can i have retinol fever tea').status).toBe('avoid')
  })
})

describe('a name of its own', () => {
  it('mutes no sign and takes no word from another subject', () => {
    expect(ask(context, 'i had retinol fever tea and now a fever').kind).toBe('triage')
    expect(ask(context, 'can i use retinul').status).toBe('avoid')
  })

  const words = fc.constantFrom(
    ...wordList(`can, i, use, moisturiser, retinol, swim, tonight, on, friday, with, fever, itchy,
      my, peel, sauna, normal, is, it, cream, makeup, wore, when`),
  )
  const said = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))

  it('never makes what was answered without it more open, nor an alarm less urgent', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), said, (name, q) => {
        const own = { 'clinic-x': { name: name.join(' '), positions: [position('allow')] } }
        const [before, after] = [ask(bare, q), ask(withSubjects(own), q)]
        expect(after.disposition).toBe(before.disposition)
        if (before.status === null) return
        expect(cautionOf(after.status ?? 'unknown')).toBeGreaterThanOrEqual(
          cautionOf(before.status),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('a label of a product that the plan names itself', () => {
  const judged = (product: string, ingredients = 'Aqua, Glycerin, Panthenol') =>
    label(context.plan, {
      product,
      ingredients,
      at: context.at,
      own: (text) => ownSubjectsIn(context.vocabulary, text),
    })

  it('is judged by the plan’s own position, and opens with it', () => {
    const free = judged('Bland moisturiser')
    const own = judged('HydraGlow Moisturiser')
    expect([free.verdict, own.verdict]).toEqual(['ok', 'avoid'])
    expect(own.opensAt).toBe(assess(context.plan, 'clinic-hydraglow', context.at).opensAt)
    expect(own.deciding?.subject).toBe('clinic-hydraglow')
  })

  it('is for the clinic where it may be that product', () => {
    expect(judged('Hydraglo light').verdict).not.toBe('ok')
    const open = withSubjects({ 'clinic-zupa': { name: 'Zupa', positions: [position('allow')] } })
    const answer = label(open.plan, {
      product: 'Zuppa moisturiser',
      ingredients: 'Aqua, Glycerin, Panthenol',
      at: open.at,
      own: (text) => ownSubjectsIn(open.vocabulary, text),
    })
    expect(answer).toMatchObject({ verdict: 'ask-clinic', opensAt: null, unrecognised: ['zuppa'] })
  })

  it('is judged by an ingredient that the plan names itself', () => {
    expect(judged('Bland moisturiser', 'Aqua, Day Cream, Glycerin').verdict).toBe('avoid')
  })

  it('is not made free by a name of its own', () => {
    expect(judged('Retinol fever tea').verdict).toBe('avoid')
  })
})
