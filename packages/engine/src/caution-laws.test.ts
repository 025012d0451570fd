import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAW_RUNS } from '../../../tests/support/effort.ts'
import {
  at,
  CODES,
  careEvent,
  ledgerInput,
  ledgerOf,
  procedureInput,
  restriction,
  sessionInput,
  sessionOf,
} from '../../../tests/support/arbitrary.ts'
import { applyPlan } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { cautionOf } from './status.ts'
import { assess } from './verdict.ts'

const planOf = (ledger: Protocol, input: object) =>
  applyPlan(createPlanner([ledger]), sessionOf(input))

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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
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
      LAW_RUNS,
    )
  })

  it('when a fact of the person is not told: what was avoid does not become allowed', () => {
    const key = fc.constantFrom('medicines', 'history', 'fitzpatrickSkinType')
    fc.assert(
      fc.property(ledgerInput, sessionInput(), key, at, (positions, input, forgotten, instant) => {
        const ledger = ledgerOf(positions)
        const { [forgotten]: _, ...rest } = input.patient
        const [told, untold] = [planOf(ledger, input), planOf(ledger, { ...input, patient: rest })]
        expectNoLessCautious(told, untold, instant)
      }),
      LAW_RUNS,
    )
  })
})
