import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  at,
  CODES,
  careEvent,
  clearance,
  ledgerInput,
  ledgerOf,
  override,
  procedureInput,
  restriction,
  sessionInput,
  sessionOf,
} from '../../../tests/support/arbitrary.ts'
import { applyPlan } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import { SIGNS, type Status } from './codes.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { sealPlan } from './receipt.ts'
import { cautionOf, isOpen } from './status.ts'
import { triage, urgencyOf } from './triage.ts'
import { assess } from './verdict.ts'

const code = fc.constantFrom(...CODES)
/** Mutation testing runs these once a mutant: fewer tries there. */
const RUNS = { numRuns: process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 300 : 25 }

const planOf = (ledger: Protocol, input: object) =>
  applyPlan(createPlanner([ledger]), sessionOf(input))

function statusesAt(plan: CarePlan, instant: number): Readonly<Record<string, Status>> {
  return Object.fromEntries(CODES.map((one) => [one, assess(plan, one, instant).status]))
}

/** Whether any procedure had ended by then, in the readings of its end that held then. */
function hasEnded(plan: CarePlan, instant: number): boolean {
  return plan.procedures.some(
    (one) =>
      one.endedAt <= instant &&
      (one.correctedAt ?? instant) <= instant &&
      instant < (one.replacedAt ?? Number.POSITIVE_INFINITY),
  )
}

function expectNoLessCautious(before: CarePlan, after: CarePlan, instant: number): void {
  for (const one of CODES) {
    const [was, is] = [assess(before, one, instant), assess(after, one, instant)]
    expect(
      cautionOf(is.status),
      `${one}: ${was.status} became ${is.status}`,
    ).toBeGreaterThanOrEqual(cautionOf(was.status))
  }
}

describe('always', () => {
  it('the same input gives the same bytes, with a planner new or used', () => {
    fc.assert(
      fc.property(ledgerInput, sessionInput(), sessionInput(), (positions, input, other) => {
        const planner = createPlanner([ledgerOf(positions)])
        const first = JSON.stringify(sealPlan(applyPlan(planner, sessionOf(input))))
        applyPlan(planner, sessionOf(other))
        expect(JSON.stringify(sealPlan(applyPlan(planner, sessionOf(input))))).toBe(first)
        expect(JSON.stringify(sealPlan(planOf(ledgerOf(positions), input)))).toBe(first)
      }),
      RUNS,
    )
  })

  it('the order of events does not matter to any answer', () => {
    fc.assert(
      fc.property(ledgerInput, sessionInput(), at, (positions, input, instant) => {
        const ledger = ledgerOf(positions)
        const turned = { ...input, events: input.events.toReversed() }
        expect(statusesAt(planOf(ledger, turned), instant)).toEqual(
          statusesAt(planOf(ledger, input), instant),
        )
      }),
      RUNS,
    )
  })

  it('shifting everything together by whole hours in UTC changes nothing', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(),
        at,
        fc.integer({ min: -9000, max: 9000 }),
        (positions, input, instant, hours) => {
          const by = hours * 3_600_000
          const shifted = (text: unknown) => new Date(Date.parse(String(text)) + by).toISOString()
          const events = (input.events as readonly Readonly<Record<string, unknown>>[]).filter(
            (event) => event['type'] !== 'moved',
          )
          const moved = {
            ...input,
            zone: 'UTC',
            procedures: input.procedures.map((one) => ({ ...one, endedAt: shifted(one.endedAt) })),
            events: events.map((event) => ({
              ...event,
              at: shifted(event['at']),
              ...('endedAt' in event && { endedAt: shifted(event['endedAt']) }),
            })),
          }
          const ledger = ledgerOf(positions)
          expect(statusesAt(planOf(ledger, moved), instant + by)).toEqual(
            statusesAt(planOf(ledger, { ...input, zone: 'UTC', events }), instant),
          )
        },
      ),
      RUNS,
    )
  })

  it('opensAt is the first instant that is open, and one second before it is not', () => {
    fc.assert(
      fc.property(ledgerInput, sessionInput(), at, code, (positions, input, instant, subject) => {
        const plan = planOf(ledgerOf(positions), input)
        const verdict = assess(plan, subject, instant)
        if (verdict.opensAt === null) {
          for (let hour = 0; hour < 1500; hour += 5)
            expect(isOpen(assess(plan, subject, instant + hour * 3_600_000).status)).toBe(false)
          return
        }
        expect(isOpen(assess(plan, subject, verdict.opensAt).status)).toBe(true)
        expect(isOpen(assess(plan, subject, verdict.opensAt - 1000).status)).toBe(false)
        expect(verdict.opensAt <= instant).toBe(isOpen(verdict.status))
        const steps = Math.floor((verdict.opensAt - instant) / 3_600_000)
        for (let hour = 0; hour < steps; hour++)
          expect(isOpen(assess(plan, subject, instant + hour * 3_600_000).status)).toBe(false)
      }),
      RUNS,
    )
  })

  it('a status holds from its since until just before it changes', () => {
    fc.assert(
      fc.property(ledgerInput, sessionInput(), at, code, (positions, input, instant, subject) => {
        const plan = planOf(ledgerOf(positions), input)
        const { status, since, nextChangeAt } = assess(plan, subject, instant)
        if (since !== null) {
          expect(assess(plan, subject, since).status).toBe(status)
          expect(since).toBeLessThanOrEqual(instant)
        }
        if (nextChangeAt !== null) {
          expect(nextChangeAt).toBeGreaterThan(instant)
          expect(assess(plan, subject, nextChangeAt).status).not.toBe(status)
          expect(assess(plan, subject, nextChangeAt - 1).status).toBe(status)
        }
      }),
      RUNS,
    )
  })

  it('what binds has a reason that is in the list', () => {
    fc.assert(
      fc.property(ledgerInput, sessionInput(), at, code, (positions, input, instant, subject) => {
        const verdict = assess(planOf(ledgerOf(positions), input), subject, instant)
        if (['avoid', 'ask-clinic', 'caution', 'recommended'].includes(verdict.status))
          expect(verdict.governing).not.toBeNull()
        if (verdict.governing) expect(verdict.reasons).toContain(verdict.governing)
      }),
      RUNS,
    )
  })
})

describe('never less cautious', () => {
  it('for one procedure more, at any instant at which the plan had an answer', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(),
        procedureInput('p3'),
        at,
        (positions, input, more, instant) => {
          const ledger = ledgerOf(positions)
          const before = planOf(ledger, input)
          if (!hasEnded(before, instant)) return
          expectNoLessCautious(
            before,
            planOf(ledger, { ...input, procedures: [...input.procedures, more] }),
            instant,
          )
        },
      ),
      RUNS,
    )
  })

  it('for one risk fact more', () => {
    const risk = fc.constantFrom(
      ['medicines', 'anticoagulant'],
      ['medicines', 'steroid'],
      ['history', 'diabetes'],
      ['history', 'keloid'],
      ['history', 'herpes-simplex'],
    )
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(),
        risk,
        at,
        (positions, input, [key, fact], instant) => {
          const ledger = ledgerOf(positions)
          const told = (input.patient as Readonly<Record<string, readonly string[] | undefined>>)[
            key as string
          ]
          const more = {
            ...input,
            patient: { ...input.patient, [key as string]: [...(told ?? []), fact] },
          }
          const before = planOf(
            ledger,
            told === undefined
              ? { ...input, patient: { ...input.patient, [key as string]: [] } }
              : input,
          )
          expectNoLessCautious(before, planOf(ledger, more), instant)
        },
      ),
      RUNS,
    )
  })

  it('for an avoid, limit or ask more, save an ungated avoid that states an end where all left it open', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(careEvent.filter((event) => event.type !== 'override')),
        restriction,
        at,
        (positions, input, more, instant) => {
          const before = ledgerOf(positions)
          const stated = (more.position['window'] as { until?: unknown } | undefined)?.until
          const closesAnOpenEnd =
            more.position.stance === 'avoid' &&
            more.position['when'] === undefined &&
            stated !== undefined &&
            stated !== 'cleared'
          if (closesAnOpenEnd) return
          const after = ledgerOf({
            ...positions,
            [more.code]: [...(positions[more.code] ?? []), more.position],
          })
          expectNoLessCautious(planOf(before, input), planOf(after, input), instant)
        },
      ),
      RUNS,
    )
  })

  it('for an ungated avoid with an end, where another ungated avoid already states one', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(careEvent.filter((event) => event.type !== 'override')),
        restriction,
        at,
        (positions, input, more, instant) => {
          const anchored = {
            ...positions,
            root: [
              ...(positions['root'] ?? []),
              { id: 'stated', source: 'first', stance: 'avoid', window: { until: 'PT5H' } },
            ],
          }
          if (more.code === 'side') return
          const before = ledgerOf(anchored)
          const after = ledgerOf({
            ...anchored,
            [more.code]: [...(anchored[more.code as 'root'] ?? []), more.position],
          })
          const [was, is] = [planOf(before, input), planOf(after, input)]
          for (const one of ['root', 'middle', 'leaf']) {
            expect(cautionOf(assess(is, one, instant).status)).toBeGreaterThanOrEqual(
              cautionOf(assess(was, one, instant).status),
            )
          }
        },
      ),
      RUNS,
    )
  })

  it('when a fact of the person is not told: what was avoid does not become allowed', () => {
    const key = fc.constantFrom('medicines', 'history', 'fitzpatrickSkinType')
    fc.assert(
      fc.property(ledgerInput, sessionInput(), key, at, (positions, input, forgotten, instant) => {
        const ledger = ledgerOf(positions)
        const { [forgotten]: _, ...rest } = input.patient as Readonly<Record<string, unknown>>
        const [told, untold] = [planOf(ledger, input), planOf(ledger, { ...input, patient: rest })]
        expectNoLessCautious(told, untold, instant)
      }),
      RUNS,
    )
  })
})

describe('events', () => {
  it('change nothing before their instant', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        sessionInput(),
        careEvent,
        at,
        (positions, input, event, instant) => {
          if (instant >= Date.parse(event.at)) return
          const ledger = ledgerOf(positions)
          const more = planOf(ledger, { ...input, events: [...input.events, event] })
          const moves = event.type === 'moved'
          if (moves) return
          expect(statusesAt(more, instant)).toEqual(statusesAt(planOf(ledger, input), instant))
        },
      ),
      RUNS,
    )
  })

  it('a clearance opens no timed part', () => {
    fc.assert(
      fc.property(ledgerInput, clearance, at, code, (positions, event, instant, subject) => {
        const input = {
          zone: 'UTC',
          procedures: [
            { id: 'p1', code: 'microneedling', endedAt: '2026-01-10T10:00:00Z', device: 'pen' },
          ],
          patient: {},
        }
        const plain = planOf(ledgerOf(positions), input)
        const cleared = planOf(ledgerOf(positions), { ...input, events: [event] })
        const verdict = assess(plain, subject, instant)
        const governing = verdict.governing
        if (verdict.status !== 'avoid' || !governing) return
        expect(assess(cleared, subject, instant).status).toBe('avoid')
      }),
      RUNS,
    )
  })

  it('no override opens a subject before the lowest figure that any source states', () => {
    fc.assert(
      fc.property(
        ledgerInput,
        fc.array(override, { minLength: 1, maxLength: 3 }),
        at,
        code,
        (positions, events, instant, subject) => {
          const input = {
            zone: 'UTC',
            procedures: [
              { id: 'p1', code: 'microneedling', endedAt: '2026-01-10T10:00:00Z', device: 'pen' },
            ],
            patient: {},
          }
          const ledger = ledgerOf(positions)
          const [plain, moved] = [planOf(ledger, input), planOf(ledger, { ...input, events })]
          const floor = lowestFigure(ledger, subject, Date.parse('2026-01-10T10:00:00Z'))
          if (instant >= floor) return
          const [was, is] = [
            assess(plain, subject, instant).status,
            assess(moved, subject, instant).status,
          ]
          expect(cautionOf(is)).toBeGreaterThanOrEqual(cautionOf(was))
        },
      ),
      RUNS,
    )
  })
})

/** The earliest avoid end that the ledger states on a subject or a broader one, read straight from its figures in UTC. */
function lowestFigure(ledger: Protocol, subject: string, ended: number): number {
  const broader: Readonly<Record<string, readonly string[]>> = {
    leaf: ['middle', 'root'],
    middle: ['root'],
  }
  const chain = [subject, ...(broader[subject] ?? [])]
  const hours: Readonly<Record<string, number>> = { H: 1, D: 24 }
  const figures = ledger.subjects
    .filter((one) => chain.includes(one.subject))
    .flatMap((one) =>
      one.positions.filter(
        (p) =>
          p.stance === 'avoid' &&
          (one.subject === subject ||
            !p.except?.some((e) => chain.includes(e) && e !== one.subject)),
      ),
    )
    .flatMap((p) => JSON.stringify(p.window?.until ?? '').match(/PT?\d+[HD]/g) ?? [])
    .map(
      (text) =>
        ended + Number(text.match(/\d+/)?.[0]) * (hours[text.at(-1) ?? ''] ?? 0) * 3_600_000,
    )
  return figures.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...figures)
}

describe('triage', () => {
  const sign = fc.record({
    code: fc.constantFrom(...SIGNS.filter((one) => one !== 'fever'), 'a word in no list'),
    severity: fc.integer({ min: 0, max: 10 }),
  })
  const fever = fc.record({
    code: fc.constant('fever'),
    severity: fc.integer({ min: 30, max: 45 }),
  })
  const signs = fc.array(
    fc.oneof({ weight: 5, arbitrary: sign }, { weight: 1, arbitrary: fever }),
    { maxLength: 6 },
  )
  const ledger = ledgerOf({})
  const level = (
    input: object,
    instant: number,
    reported: readonly { code: string; severity: number }[],
  ) => {
    const planner = createPlanner([ledger])
    return urgencyOf(
      triage(planner, applyPlan(planner, sessionOf(input)), { at: instant, signs: [...reported] })
        .disposition,
    )
  }

  it('adding a sign never lowers the level', () => {
    fc.assert(
      fc.property(
        sessionInput(),
        at,
        signs,
        fc.oneof(sign, fever),
        (input, instant, reported, more) => {
          expect(level(input, instant, [...reported, more])).toBeGreaterThanOrEqual(
            level(input, instant, reported),
          )
        },
      ),
      RUNS,
    )
  })

  it('raising a severity never lowers it', () => {
    fc.assert(
      fc.property(
        sessionInput(),
        at,
        signs,
        fc.nat(),
        fc.integer({ min: 1, max: 15 }),
        (input, instant, reported, which, by) => {
          if (reported.length === 0) return
          const raised = reported.map((one, k) =>
            k === which % reported.length
              ? { ...one, severity: Math.min(one.severity + by, one.code === 'fever' ? 45 : 10) }
              : one,
          )
          expect(level(input, instant, raised)).toBeGreaterThanOrEqual(
            level(input, instant, reported),
          )
        },
      ),
      RUNS,
    )
  })

  it('order does not matter', () => {
    fc.assert(
      fc.property(sessionInput(), at, signs, (input, instant, reported) => {
        expect(level(input, instant, reported.toReversed())).toBe(level(input, instant, reported))
      }),
      RUNS,
    )
  })

  it('a fact of the person that is not told never lowers it', () => {
    fc.assert(
      fc.property(sessionInput(), at, signs, (input, instant, reported) => {
        expect(level({ ...input, patient: {} }, instant, reported)).toBeGreaterThanOrEqual(
          level(input, instant, reported),
        )
      }),
      RUNS,
    )
  })
})
