import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAW_RUNS } from '../../../tests/support/effort.ts'
import {
  at,
  CODES,
  careEvent,
  clearance,
  ledgerInput,
  ledgerOf,
  override,
  sessionInput,
  sessionOf,
} from '../../../tests/support/arbitrary.ts'
import { applyPlan } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import { type Status } from './codes.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { sealPlan } from './receipt.ts'
import { cautionOf, isOpen } from './status.ts'
import { assess } from './verdict.ts'

const code = fc.constantFrom(...CODES)

const planOf = (ledger: Protocol, input: object) =>
  applyPlan(createPlanner([ledger]), sessionOf(input))

function statusesAt(plan: CarePlan, instant: number): Readonly<Record<string, Status>> {
  return Object.fromEntries(CODES.map((one) => [one, assess(plan, one, instant).status]))
}

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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
    )
  })
})
