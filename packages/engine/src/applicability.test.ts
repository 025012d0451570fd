import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../../../tests/support/protocol.ts'
import {
  type Atoms,
  type Bits,
  collectAtoms,
  factBits,
  type Facts,
  gateOf,
  holds,
  unconfirmedKeys,
} from './applicability.ts'
import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
} from './codes.ts'
import type { Applicability } from './protocol-schema.ts'

const KNOWN = {
  device: DEVICES,
  bodySites: BODY_SITES,
  adjuncts: ADJUNCTS,
  setting: SETTINGS,
  indications: INDICATIONS,
  needleDepthMm: [],
  fitzpatrickSkinType: FITZPATRICK_SKIN_TYPES,
  medicines: MEDICINES,
  history: HISTORY,
} as const

type Input = Readonly<Record<string, unknown>>

function facts(procedure: Input = {}, patient: Input = {}): Facts {
  const given = session({ patient }, { device: undefined, ...procedure })
  const [first] = given.procedures
  if (!first) throw new Error('no procedure')
  return { procedure: first, patient: given.patient }
}

const atomsOf = (...rules: readonly Applicability[]): Atoms => collectAtoms(rules, KNOWN)

/** Whether the rule holds: for certain, maybe, or not. */
function reading(rule: Applicability, told: Facts): 'yes' | 'maybe' | 'no' {
  const atoms = atomsOf(rule)
  const bits = factBits(told, atoms)
  const gate = gateOf(rule, atoms)
  if (holds(gate, bits.certain)) return 'yes'
  return holds(gate, bits.possible) ? 'maybe' : 'no'
}

describe('one test', () => {
  it('holds for a word in its list, fails for another, and may hold where nothing is told', () => {
    const rule: Applicability = { device: ['pen', 'roller'] }
    expect(reading(rule, facts({ device: 'pen' }))).toBe('yes')
    expect(reading(rule, facts({ device: 'roller' }))).toBe('yes')
    expect(reading(rule, facts({ device: 'stamp' }))).toBe('no')
    expect(reading(rule, facts())).toBe('maybe')
    expect(reading(rule, facts({ device: 'unknown' }))).toBe('maybe')
    expect(reading(rule, facts({ device: 'a wand' }))).toBe('maybe')
  })

  it('of a list holds for any of its words; an empty list is none', () => {
    const rule: Applicability = { history: ['keloid', 'diabetes'] }
    const told = (history: unknown) => reading(rule, facts({}, { history }))
    expect(told(['smoker', 'diabetes'])).toBe('yes')
    expect(told(['smoker'])).toBe('no')
    expect(told([])).toBe('no')
    expect(told(undefined)).toBe('maybe')
    expect(told(['hay fever'])).toBe('maybe')
    expect(told(['unknown'])).toBe('maybe')
    expect(told(['hay fever', 'keloid'])).toBe('yes')
  })

  it('of needle depth includes its least and excludes its bound', () => {
    const rule: Applicability = { needleDepthMm: { atLeast: 1, below: 2 } }
    const told = (needleDepthMm?: number) => reading(rule, facts({ needleDepthMm }))
    expect(told(0.99)).toBe('no')
    expect(told(1)).toBe('yes')
    expect(told(1.99)).toBe('yes')
    expect(told(2)).toBe('no')
    expect(told()).toBe('maybe')
    expect(reading({ needleDepthMm: { atLeast: 1 } }, facts({ needleDepthMm: 5 }))).toBe('yes')
    expect(reading({ needleDepthMm: { below: 1 } }, facts({ needleDepthMm: 0.1 }))).toBe('yes')
    expect(reading({ needleDepthMm: { below: 1 } }, facts({ needleDepthMm: 1 }))).toBe('no')
  })

  it('of skin type may hold where it is said to be unknown', () => {
    const rule: Applicability = { fitzpatrickSkinType: ['IV', 'V', 'VI'] }
    const told = (fitzpatrickSkinType?: string) => reading(rule, facts({}, { fitzpatrickSkinType }))
    expect(told('V')).toBe('yes')
    expect(told('III')).toBe('no')
    expect(told('unknown')).toBe('maybe')
    expect(told()).toBe('maybe')
  })

  it.each<readonly [keyof Applicability, string, string]>([
    ['bodySites', 'face', 'scalp'],
    ['adjuncts', 'prp', 'laser'],
    ['indications', 'melasma', 'texture'],
  ])('looks at %s of the procedure', (key, asked, other) => {
    const rule = { [key]: [asked] } as Applicability
    expect(reading(rule, facts({ [key]: [asked] }))).toBe('yes')
    expect(reading(rule, facts({ [key]: [other] }))).toBe('no')
    expect(reading(rule, facts())).toBe('maybe')
  })

  it('looks at the setting, and at the person’s medicines', () => {
    expect(reading({ setting: ['home'] }, facts({ setting: 'home' }))).toBe('yes')
    expect(reading({ setting: ['home'] }, facts({ setting: 'clinic' }))).toBe('no')
    expect(reading({ medicines: ['nsaid'] }, facts({}, { medicines: ['nsaid'] }))).toBe('yes')
    expect(reading({ medicines: ['nsaid'] }, facts({}, { medicines: ['apixaban'] }))).toBe('maybe')
  })
})

describe('several tests', () => {
  it('must all hold; one that fails settles it, whatever is unknown', () => {
    const rule: Applicability = { device: ['pen'], history: ['keloid'] }
    expect(reading(rule, facts({ device: 'pen' }, { history: ['keloid'] }))).toBe('yes')
    expect(reading(rule, facts({ device: 'pen' }))).toBe('maybe')
    expect(reading(rule, facts({ device: 'roller' }))).toBe('no')
    expect(reading(rule, facts({ device: 'roller' }, { history: ['keloid'] }))).toBe('no')
  })

  it('in groups need one group whole, beside what must all hold', () => {
    const rule: Applicability = {
      setting: ['home'],
      anyOf: [{ device: ['roller'], bodySites: ['face'] }, { history: ['keloid'] }],
    }
    const told = (procedure: Input, history: readonly string[]) =>
      reading(rule, facts({ setting: 'home', ...procedure }, { history }))
    expect(told({ device: 'roller', bodySites: ['face'] }, [])).toBe('yes')
    expect(told({ device: 'roller', bodySites: ['scalp'] }, [])).toBe('no')
    expect(told({ device: 'pen', bodySites: ['face'] }, ['keloid'])).toBe('yes')
    expect(told({ device: 'roller' }, [])).toBe('maybe')
    expect(told({ setting: 'clinic', device: 'roller', bodySites: ['face'] }, ['keloid'])).toBe(
      'no',
    )
  })

  it('are told apart when they are more than one word of bits', () => {
    const rules = MEDICINES.flatMap((medicine) =>
      HISTORY.map(
        (history): Applicability => ({ medicines: [medicine, 'nsaid'], history: [history] }),
      ),
    ).concat(
      INDICATIONS.map((one): Applicability => ({ indications: [one] })),
      BODY_SITES.map((one): Applicability => ({ bodySites: [one] })),
    )
    const atoms = atomsOf(...rules)
    expect(atoms.atoms.length).toBeGreaterThan(30)
    expect(atoms.words).toBe(Math.ceil(atoms.atoms.length / 30))
    const told = factBits(
      facts(
        { bodySites: ['legs'], indications: ['melasma'] },
        { medicines: ['steroid'], history: ['smoker'] },
      ),
      atoms,
    )
    const held = rules.filter((rule) => holds(gateOf(rule, atoms), told.certain))
    expect(held).toEqual([
      { medicines: ['steroid', 'nsaid'], history: ['smoker'] },
      { indications: ['melasma'] },
      { bodySites: ['legs'] },
    ])
    expect(rules.filter((rule) => holds(gateOf(rule, atoms), told.possible))).toEqual(held)
  })
})

describe('collectAtoms', () => {
  it('numbers each distinct test once, the order of its words aside', () => {
    const atoms = atomsOf(
      { device: ['pen', 'roller'] },
      { device: ['roller', 'pen'], anyOf: [{ device: ['pen'] }, { setting: ['home'] }] },
      { needleDepthMm: { atLeast: 1 } },
      { needleDepthMm: { below: 1 } },
      { needleDepthMm: { atLeast: 1 } },
    )
    expect(
      atoms.atoms.map((atom) => [atom.key, atom.values.join(), atom.atLeast, atom.below]),
    ).toEqual([
      ['device', 'pen,roller', undefined, undefined],
      ['device', 'pen', undefined, undefined],
      ['setting', 'home', undefined, undefined],
      ['needleDepthMm', '', 1, undefined],
      ['needleDepthMm', '', undefined, 1],
    ])
    expect(atoms.words).toBe(1)
  })

  it('has no bits where nothing is tested, and then every rule holds', () => {
    const atoms = collectAtoms([undefined], KNOWN)
    expect(atoms.words).toBe(0)
    expect(gateOf(undefined, atoms)).toBeUndefined()
    expect(holds(undefined, factBits(facts(), atoms).certain)).toBe(true)
  })
})

describe('unconfirmedKeys', () => {
  const rule: Applicability = {
    device: ['pen'],
    anyOf: [{ history: ['keloid'] }, { history: ['diabetes'], medicines: ['nsaid'] }],
  }
  const keys = (told: Facts) => {
    const atoms = atomsOf(rule, { setting: ['home'] })
    return unconfirmedKeys(gateOf(rule, atoms), factBits(told, atoms))
  }

  it('names each fact once that would have to be told, and none that is known or not asked', () => {
    expect(keys(facts())).toEqual(['device', 'history', 'medicines'])
    expect(keys(facts({ device: 'pen' }, { medicines: [] }))).toEqual(['history'])
    expect(keys(facts({ device: 'pen' }, { history: ['diabetes'] }))).toEqual(['medicines'])
  })

  it('names none where the rule holds for certain, or has no test', () => {
    expect(keys(facts({ device: 'pen' }, { history: ['keloid'] }))).toEqual([])
    const atoms = atomsOf(rule)
    expect(unconfirmedKeys(undefined, factBits(facts(), atoms))).toEqual([])
  })
})

describe('laws', () => {
  const some = (codes: readonly string[]) =>
    fc.option(fc.subarray([...codes, 'a word in no list'], { maxLength: 3 }), { nil: undefined })
  const anyFacts = fc
    .record({
      device: fc.option(fc.constantFrom(...DEVICES, 'wand'), { nil: undefined }),
      bodySites: some(BODY_SITES),
      medicines: some(MEDICINES),
      history: some(HISTORY),
      needleDepthMm: fc.option(fc.constantFrom(0.25, 1, 1.5, 2, 3), { nil: undefined }),
    })
    .map(({ device, bodySites, needleDepthMm, medicines, history }) =>
      facts({ device, bodySites, needleDepthMm }, { medicines, history }),
    )
  const list = <T extends string>(codes: readonly T[]) =>
    fc.subarray([...codes], { minLength: 1, maxLength: 3 })
  const anyTests = fc.record(
    {
      device: list(DEVICES),
      bodySites: list(BODY_SITES),
      medicines: list(MEDICINES),
      history: list(HISTORY),
      needleDepthMm: fc.constantFrom({ atLeast: 1 }, { below: 1.5 }, { atLeast: 1, below: 2 }),
    },
    { requiredKeys: [] },
  )
  const isWithin = (inner: Bits, outer: Bits) =>
    inner.every((word, w) => (word & (outer[w] ?? 0)) === word)

  it('what holds for certain may hold; untelling a fact never makes anything impossible', () => {
    fc.assert(
      fc.property(
        fc.array(anyTests, { minLength: 1, maxLength: 20 }),
        anyFacts,
        fc.constantFrom('device', 'bodySites', 'needleDepthMm', 'medicines', 'history'),
        (rules, told, key) => {
          const atoms = atomsOf(...rules)
          const known = factBits(told, atoms)
          const { [key]: _, ...procedure } = told.procedure as Input
          const { [key]: __, ...patient } = told.patient as Input
          const untold = factBits({ procedure, patient } as unknown as Facts, atoms)
          expect(isWithin(known.certain, known.possible)).toBe(true)
          expect(isWithin(untold.certain, known.certain)).toBe(true)
          expect(isWithin(known.possible, untold.possible)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('asks of each rule alone what it asks among others', () => {
    fc.assert(
      fc.property(fc.array(anyTests, { minLength: 1, maxLength: 20 }), anyFacts, (rules, told) => {
        const atoms = atomsOf(...rules)
        const bits = factBits(told, atoms)
        for (const rule of rules) {
          const gate = gateOf(rule, atoms)
          const among = holds(gate, bits.certain)
            ? 'yes'
            : holds(gate, bits.possible)
              ? 'maybe'
              : 'no'
          expect(among).toBe(reading(rule, told))
        }
      }),
      { numRuns: 200 },
    )
  })
})
