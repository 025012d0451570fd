import { describe, expect, it } from 'vitest'
import { IS_MUTATING } from '../../../tests/support/effort.ts'
import { position, session, subject, subjects } from '../../../tests/support/protocol.ts'
import { readLedgers } from '../../ledger/src/index.ts'
import { applyPlan, applyProtocol } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import { HISTORY } from './codes.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import type { SubjectWindows } from './subject-windows.ts'

const coldSores = position('cold-sores', 'avoid', {
  window: { until: 'P3D' },
  when: { history: ['herpes-simplex'] },
})
const always = position('always', 'avoid', { window: { until: 'PT24H' } })
const ledger = subjects(subject('makeup', [always, coldSores]))

const night = { zone: 'Europe/Berlin' }
const told = (history: readonly string[] | undefined) => session({ patient: { history } })

/** Days of a month: about both its ends, and where Berlin's clocks change in 2026. */
const LOOKED_AT: ReadonlySet<number> = new Set([1, 2, 22, 24, 25, 26, 28, 30, 31])

function windowsIn(plan: CarePlan, code = 'makeup'): SubjectWindows {
  const index = plan.subjects[code]?.index
  const windows = index === undefined ? undefined : plan.windows[index]
  if (!windows) throw new Error(`no windows of ${code}`)
  return windows
}

/** Every plan of one planner that is used again, each beside the plan of a planner that knows nothing. */
function expectSameAgain(ledgers: Protocol, sessions: readonly ReturnType<typeof session>[]): void {
  const planner = createPlanner([ledgers])
  for (const one of [...sessions, ...sessions])
    expect(applyPlan(planner, one)).toEqual(applyProtocol([ledgers], one))
}

describe('a shape is shared', () => {
  const planner = createPlanner([ledger])

  it('by people of whom the same is known', () => {
    const [a, b] = [told(['keloid']), told([])].map((one) => windowsIn(applyPlan(planner, one)))
    expect(a).toBe(b)
  })

  it('not by people of whom a test holds, may hold, or does not hold', () => {
    const lists = [['herpes-simplex'], undefined, []].map((history) =>
      windowsIn(applyPlan(planner, told(history))),
    )
    expect(new Set(lists).size).toBe(3)
    expect(lists.map(({ reasons }) => reasons.map((one) => one.unconfirmed ?? []))).toEqual([
      [[], []],
      [[], ['history']],
      [[]],
    ])
  })

  it('by clocks that agree on the lengths of that subject, and no further', () => {
    const both = subjects(
      subject('makeup', [always]),
      subject('sun', [position('sun', 'avoid', { window: { until: 'P30D' } })]),
    )
    const used = createPlanner([both])
    const plans = ['2026-01-10T10:00:00Z', '2026-03-10T10:00:00Z'].map((endedAt) =>
      applyPlan(used, session(night, { endedAt })),
    )
    const [inWinter, beforeTheChange] = plans as [CarePlan, CarePlan]
    expect(windowsIn(inWinter)).toBe(windowsIn(beforeTheChange))
    expect(windowsIn(inWinter, 'sun').starts).toEqual([0, 30 * 24 * 3_600_000])
    expect(windowsIn(beforeTheChange, 'sun').starts).toEqual([0, (30 * 24 - 1) * 3_600_000])
  })

  it('by subjects that turn on the same tests and lengths, each with its own answers', () => {
    const twins = subjects(
      subject('makeup', [always]),
      subject('bath', [position('bath', 'limit', { window: { until: 'PT24H' } })]),
    )
    const plan = applyProtocol([twins], session())
    expect(createPlanner([twins]).shelves[0]?.groups).toHaveLength(1)
    expect(['makeup', 'bath'].map((code) => windowsIn(plan, code).steps[0]?.status)).toEqual([
      'avoid',
      'caution',
    ])
  })
})

describe('a planner used again gives what a new one gives', () => {
  it('on either side of a change of the clocks', () => {
    const ends = ['2026-03-26T10:00:00Z', '2026-03-27T10:00:00Z', '2026-10-24T10:00:00Z']
    expectSameAgain(
      ledger,
      ends.map((endedAt) => session(night, { endedAt })),
    )
  })

  it('on every day of a year, with the real ledger', () => {
    const ledgers = readLedgers(undefined, { cache: true })
    if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
    const protocols = ledgers.value.map((one) => one.protocol)
    const [used, jan] = [createPlanner(protocols), Date.UTC(2026, 0, 1, 10)]
    const ends = Array.from({ length: 365 }, (_, day) => new Date(jan + day * 86_400_000))
    const plans = ends.map((end) => applyPlan(used, session(night, { endedAt: end.toISOString() })))
    // A few days around each change of the clocks and each end of a month, against a planner that knows nothing.
    const looked = ends.flatMap((end, k) => (LOOKED_AT.has(end.getUTCDate()) ? [k] : []))
    expect(looked.length).toBeGreaterThan(60)
    for (const k of IS_MUTATING ? looked.slice(0, 5) : looked) {
      const endedAt = ends[k]?.toISOString()
      const fresh = applyPlan(createPlanner(protocols), session(night, { endedAt }))
      expect(plans[k]).toEqual(fresh)
    }
  })

  it('where a subject turns on more tests than one small number holds', () => {
    const many = HISTORY.flatMap((one, k) => [
      position(`${one}-a`, 'avoid', {
        window: { until: `PT${k + 30}H` },
        when: { history: [one], medicines: ['nsaid'], setting: ['home'] },
      }),
      position(`${one}-b`, 'limit', {
        window: { until: `P${k + 3}D` },
        when: { history: [one], device: ['roller'], indications: ['melasma'] },
      }),
    ])
    const wide = subjects(subject('makeup', [always, ...many]))
    const [part] = createPlanner([wide]).shelves[0]?.groups.map((group) => group.part) ?? []
    expect(part?.words.length).toBeGreaterThan(1)
    const people = [[], ['keloid'], ['smoker'], ['keloid', 'smoker'], undefined].flatMap(
      (history) =>
        [['nsaid'], undefined].flatMap((medicines) =>
          ['roller', 'pen'].map((device) =>
            session({ patient: { history, medicines } }, { device, setting: 'home' }),
          ),
        ),
    )
    expectSameAgain(wide, people)
  })

  it('where a permission and a restriction have the same test', () => {
    const when = { setting: ['home'] }
    const mixed = subjects(
      subject('makeup', [
        always,
        position('may', 'allow', { window: { until: 'P2D' }, when }),
        position('may-not', 'ask', { window: { until: 'P2D' }, when }),
      ]),
    )
    expectSameAgain(
      mixed,
      ['home', undefined, 'clinic'].map((setting) => session({}, { setting })),
    )
  })
})
