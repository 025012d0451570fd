import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAW_RUNS } from '../../../tests/support/effort.ts'
import { at, ledgerOf, sessionInput, sessionOf } from '../../../tests/support/arbitrary.ts'
import { applyPlan } from './apply.ts'
import { SIGNS } from './codes.ts'
import { createPlanner } from './planner.ts'
import { triage, urgencyOf } from './triage.ts'

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
      LAW_RUNS,
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
      LAW_RUNS,
    )
  })

  it('order does not matter', () => {
    fc.assert(
      fc.property(sessionInput(), at, signs, (input, instant, reported) => {
        expect(level(input, instant, reported.toReversed())).toBe(level(input, instant, reported))
      }),
      LAW_RUNS,
    )
  })

  it('a fact of the person that is not told never lowers it', () => {
    fc.assert(
      fc.property(sessionInput(), at, signs, (input, instant, reported) => {
        expect(level({ ...input, patient: {} }, instant, reported)).toBeGreaterThanOrEqual(
          level(input, instant, reported),
        )
      }),
      LAW_RUNS,
    )
  })
})
