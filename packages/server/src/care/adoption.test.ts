import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyPlan,
  applyProtocol,
  assess,
  cautionOf,
  createPlanner,
  type Protocol,
  triage,
} from '@afterglow/engine'
import {
  at,
  CODES,
  ledgerInput,
  ledgerOf,
  override,
  sessionInput,
  sessionOf,
} from '../../../../tests/support/arbitrary.ts'
import { LAW_RUNS } from '../../../../tests/support/effort.ts'
import { position, session, subject, subjects } from '../../../../tests/support/protocol.ts'
import { derivedProtocol } from './adoption.ts'
import { type AdoptionChanges, changesForm } from './adoption-changes.ts'
import { adoptionIssues, lessCautiousSubjects } from './adoption-proof.ts'
import { withShortenings } from './session-of.ts'

const CLINIC = { clinicId: '1a2b3c4d-0000-4000-8000-000000000000', name: 'Riverside' }
const LENGTHS = ['PT1H', 'PT24H', 'PT72H', 'P1D', 'P3D', 'P7D', 'P10D', 'P30D']

const until = fc.constantFrom(...LENGTHS)
const code = fc.constantFrom(...CODES)
const lengthen = fc.uniqueArray(fc.record({ subject: code, until }), {
  selector: (one) => one.subject,
  maxLength: 4,
})
const ownSubjects = fc.array(
  fc.record({
    subject: fc.constant('clinic-own'),
    broader: code,
    names: fc.constant({ en: 'Own' }),
    positions: fc.array(
      fc.record(
        { stance: fc.constantFrom('avoid', 'limit', 'ask', 'use', 'allow'), until },
        { requiredKeys: ['stance'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 1 },
)

/** Changes one by one as far as they are taken: so that few cases are about a refusal. */
function taken(base: Protocol, parts: Partial<AdoptionChanges>): AdoptionChanges {
  const kept = (parts.lengthen ?? []).filter(
    (one) => derivedProtocol(base, changesForm.parse({ lengthen: [one] }), CLINIC).ok,
  )
  const own = changesForm.parse({ subjects: parts.subjects ?? [] })
  const subjectsTaken = derivedProtocol(base, own, CLINIC).ok ? own.subjects : []
  return changesForm.parse({ lengthen: kept, subjects: subjectsTaken })
}

function derivedOf(base: Protocol, changes: AdoptionChanges): Protocol {
  const derived = derivedProtocol(base, changes, CLINIC)
  if (!derived.ok) throw new Error(JSON.stringify(derived.issues))
  return derived.value
}

describe('a protocol that a clinic has fitted to its own', () => {
  it('is never less cautious on any subject at any instant, whatever is known or said', () => {
    fc.assert(
      fc.property(
        fc.record({ ledgerInput, lengthen, ownSubjects, input: sessionInput(), at }),
        (given) => {
          const base = ledgerOf(given.ledgerInput)
          const parts = { lengthen: given.lengthen, subjects: given.ownSubjects }
          const derived = derivedOf(base, taken(base, parts))
          const told = sessionOf(given.input)
          const [before, after] = [applyProtocol([base], told), applyProtocol([derived], told)]
          for (const one of CODES) {
            const was = cautionOf(assess(before, one, given.at).status)
            const is = cautionOf(assess(after, one, given.at).status)
            expect(Math.max(1, is)).toBeGreaterThanOrEqual(Math.max(1, was))
          }
        },
      ),
      LAW_RUNS,
    )
  })

  it('takes no override that the published protocol would refuse', () => {
    fc.assert(
      fc.property(
        fc.record({ ledgerInput, lengthen, ownSubjects, input: sessionInput(override) }),
        (given) => {
          const base = ledgerOf(given.ledgerInput)
          const parts = { lengthen: given.lengthen, subjects: given.ownSubjects }
          const derived = derivedOf(base, taken(base, parts))
          const told = sessionOf(given.input)
          const refused = (protocol: Protocol) =>
            applyProtocol([protocol], told).issues.map(({ expression }) => expression)
          expect(refused(derived)).toEqual(expect.arrayContaining(refused(base)))
        },
      ),
      LAW_RUNS,
    )
  })

  it('keeps triage, what holds a series and what it covers as they were published', () => {
    fc.assert(
      fc.property(fc.record({ ledgerInput, lengthen, ownSubjects }), (given) => {
        const base = ledgerOf(given.ledgerInput)
        const parts = { lengthen: given.lengthen, subjects: given.ownSubjects }
        const derived = derivedOf(base, taken(base, parts))
        const { triage: _, series, covers, course, readings, tasks } = base
        expect(derived).toMatchObject({
          triage: base.triage,
          series,
          covers,
          course,
          readings,
          tasks,
        })
      }),
      LAW_RUNS,
    )
  })

  it('answers a check-in as the published one does', () => {
    const base = ledgerOf({})
    const changes = changesForm.parse({ lengthen: [{ subject: 'root', until: 'P30D' }] })
    const checkIn = {
      at: Date.parse('2026-01-11T10:00:00Z'),
      signs: [{ code: 'fever', severity: 39 }],
    }
    const answers = [base, derivedOf(base, changes)].map((one) => {
      const planner = createPlanner([one])
      return triage(planner, applyPlan(planner, session()), checkIn)
    })
    expect(answers[1]).toEqual(answers[0])
  })

  it('is the published one itself where nothing of it changes', () => {
    const base = ledgerOf({})
    expect(derivedOf(base, changesForm.parse({}))).toBe(base)
  })
})

const OPEN = subjects(
  subject('retinol', [position('retinol-1', 'avoid')]),
  subject('makeup', [
    position('makeup-1', 'avoid', { window: { until: 'PT24H' } }),
    position('makeup-2', 'avoid', { window: { until: 'P3D' } }),
  ]),
)

describe('a lengthening', () => {
  it('does not end an avoid that only a clinician ends', () => {
    const changes = changesForm.parse({ lengthen: [{ subject: 'retinol', until: 'P10D' }] })
    const plan = applyProtocol([derivedOf(OPEN, changes)], session())
    const day = (days: number) => Date.parse('2026-01-10T10:00:00Z') + days * 86_400_000
    expect(assess(plan, 'retinol', day(9)).status).toBe('avoid')
    expect(assess(plan, 'retinol', day(11)).status).toBe('ask-clinic')
  })

  it('is refused where it would be a new floor below the old one', () => {
    const changes = changesForm.parse({ lengthen: [{ subject: 'makeup', until: 'PT12H' }] })
    const derived = derivedProtocol(OPEN, changes, CLINIC)
    expect(derived).toMatchObject({
      ok: false,
      issues: [{ expression: 'changes.lengthen[0].until' }],
    })
  })
})

describe('a shortening', () => {
  const by = 'Dr Noor'
  const shorten = (to: string) =>
    changesForm.parse({ shorten: [{ subject: 'makeup', until: to, reason: 'as we do it' }] })

  it.each([
    ['PT24H', true],
    ['PT23H', false],
    // A day of 23 hours is below a floor of 24.
    ['P1D', false],
    ['P2D', true],
  ])('to %s is taken: %s', (to, ok) => {
    expect(derivedProtocol(OPEN, shorten(to), CLINIC).ok).toBe(ok)
  })

  it('that the rules take is one that the engine takes, for everybody', () => {
    fc.assert(
      fc.property(fc.record({ ledgerInput, code, until, input: sessionInput() }), (given) => {
        const base = ledgerOf(given.ledgerInput)
        const one = { subject: given.code, until: given.until, reason: 'as we do it' }
        if (!derivedProtocol(base, changesForm.parse({ shorten: [one] }), CLINIC).ok) return
        const told = sessionOf({ ...given.input, events: [] })
        const plan = applyProtocol([base], withShortenings(told, [{ ...one, by }]))
        expect(plan.issues.filter(({ code: kind }) => kind === 'business-rule')).toEqual([])
      }),
      LAW_RUNS,
    )
  })

  it('is refused where it would keep a narrower subject shut that is open now', () => {
    const base = subjects(
      subject('makeup', [
        position('makeup-1', 'avoid', { window: { until: 'PT24H' }, except: ['mineral'] }),
        position('makeup-2', 'avoid', { window: { until: 'P7D' }, except: ['mineral'] }),
      ]),
      subject('mineral', [position('mineral-1', 'allow')], { broader: 'makeup' }),
    )
    const [one] = shorten('P2D').shorten
    if (one === undefined) throw new Error('no shortening')
    const issues = adoptionIssues({ base, derived: base, shortenings: [{ ...one, by }] })
    expect(issues).toMatchObject([{ expression: 'changes.shorten[0].until' }])
  })

  it('is seen to open what it shortens, and nothing else', () => {
    const told = session()
    const shorter = withShortenings(told, [{ subject: 'makeup', until: 'PT24H', reason: 'x', by }])
    const [before, after] = [applyProtocol([OPEN], told), applyProtocol([OPEN], shorter)]
    expect(lessCautiousSubjects(before, after)).toEqual(['makeup'])
  })

  it('counts from a corrected end, too', () => {
    const endedAt = Date.parse('2026-01-12T10:00:00Z')
    const told = session({
      events: [
        {
          type: 'corrected',
          at: '2026-01-12T12:00:00Z',
          procedure: 'p1',
          endedAt: '2026-01-12T10:00:00Z',
        },
      ],
    })
    const shorter = withShortenings(told, [{ subject: 'makeup', until: 'PT24H', reason: 'x', by }])
    const plan = applyProtocol([OPEN], shorter)
    expect(assess(plan, 'makeup', endedAt + 23 * 3_600_000).status).toBe('avoid')
    expect(assess(plan, 'makeup', endedAt + 24 * 3_600_000).status).toBe('allowed')
  })
})
