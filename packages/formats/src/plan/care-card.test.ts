import {
  applyPlan,
  type CarePlan,
  createPlanner,
  parseSession,
  triage,
  urgencyOf,
} from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { type Alarm, type AlarmSign, type CareCard, careCardsOf } from './care-card.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))
const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')

function planOf(patient: object) {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
    patient,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return applyPlan(planner, parsed.value)
}

const STRENGTH = { any: 1, moderate: 4, severe: 7 } as const

const FLAGS = planner.shelves.flatMap(({ compiled }) => compiled.protocol.triage.redFlags)

type Flag = (typeof FLAGS)[number]

/** Half a year on, with its signs at their strongest. */
function isRaisedBy(plan: CarePlan, at: number, flag: Flag): boolean {
  const signs = [flag.sign, ...(flag.with ?? [])].map((code) => ({
    code,
    severity: code === 'fever' ? 42 : 10,
  }))
  const later = at + 183 * 24 * 3_600_000
  return triage(planner, plan, { at: later, signs }).reasons.some(({ basis }) =>
    basis.includes(flag.id),
  )
}

/** Somebody with no more than the flag asks for finds it on a card as urgent, whatever sign of `with` it goes with. */
function isOnCard(cards: readonly CareCard[], flag: Flag): boolean {
  const alarms = cards
    .filter((card) => urgencyOf(card.disposition) >= urgencyOf(flag.disposition))
    .flatMap((card) => card.alarms)
  const isAlone = (sign: string, severity: number) =>
    alarms.some(
      ({ any, others }) =>
        others.length === 0 && any.some((one) => one.sign === sign && leastOf(one) <= severity),
    )
  const least = flag.atLeast ?? 1
  if (isAlone(flag.sign, least)) return true
  const beside = flag.with ?? []
  return (
    beside.length > 0 &&
    beside.every(
      (sign) =>
        isAlone(sign, 1) ||
        alarms.some(
          ({ any, others }) =>
            others.includes(sign) &&
            any.some((one) => one.sign === flag.sign && leastOf(one) <= least),
        ),
    )
  )
}

/** The least reports that raise an alarm. */
function reportsOf({ any, others }: Alarm): readonly (readonly Report[])[] {
  const alone = any.map((one) => [{ code: one.sign, severity: leastOf(one) }])
  if (others.length === 0) return alone
  return alone.flatMap((reports) => others.map((code) => [...reports, { code, severity: 1 }]))
}

interface Report {
  readonly code: string
  readonly severity: number
}

function leastOf({ strength, celsius }: AlarmSign): number {
  return strength === null ? (celsius ?? Number.NaN) : STRENGTH[strength]
}

describe('careCardsOf', () => {
  it('has three cards, each with something on it, with no plan at all', () => {
    const cards = careCardsOf({ planner, plan: null, at: 0 })
    expect(cards.map(({ level }) => level)).toEqual(['emergency', 'urgent', 'contact'])
    for (const { alarms } of cards) expect(alarms.length).toBeGreaterThan(4)
  })

  it.each(readStories())(
    'has every alarm of the ledger that triage would raise for $name, on a card as urgent',
    ({ session }) => {
      const plan = applyPlan(planner, session)
      const at = plan.anchor + 24 * 3_600_000
      const cards = careCardsOf({ planner, plan, at })
      const raised = FLAGS.filter((flag) => isRaisedBy(plan, at, flag))
      expect(raised.length).toBeGreaterThan(20)
      expect(raised.filter((flag) => !isOnCard(cards, flag))).toEqual([])
    },
  )

  it('puts no alarm on a calmer card than triage puts its report', () => {
    const plan = planOf({ medicines: ['anticoagulant'], history: ['immunosuppression'] })
    const at = ENDED_AT + 30 * 24 * 3_600_000
    const urgency = ['expected', 'self-care', 'contact-clinic', 'urgent', 'emergency']
    for (const { alarms, disposition } of careCardsOf({ planner, plan, at }))
      for (const signs of alarms.flatMap(reportsOf)) {
        const told = triage(planner, plan, { at, signs: [...signs] }).disposition
        expect(urgency.indexOf(told), JSON.stringify(signs)).toBeGreaterThanOrEqual(
          urgency.indexOf(disposition),
        )
      }
  })

  it('names a weak immune system’s alarms for whom they count, and for whom nothing is known', () => {
    const has = (patient: object) =>
      careCardsOf({ planner, plan: planOf(patient), at: ENDED_AT })[1]?.alarms.some(
        ({ any, others }) => others.length === 0 && any.some(({ sign }) => sign === 'nodule'),
      )
    expect(has({ history: ['immunosuppression'], medicines: [] })).toBe(true)
    expect(has({})).toBe(true)
    expect(has({ history: [], medicines: [] })).toBe(false)
  })

  it('names the temperature of each card', () => {
    const celsius = careCardsOf({ planner, plan: null, at: 0 }).map(({ alarms }) =>
      alarms.flatMap(({ any }) => any.flatMap((one) => one.celsius ?? [])),
    )
    expect(celsius[1]).toContain(38)
    expect(celsius[2]).toEqual([])
  })
})
