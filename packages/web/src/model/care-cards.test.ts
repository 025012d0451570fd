import { applyPlan, createPlanner, parseSession, triage } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../cli/src/protocol-files.ts'
import { type Alarm, careCards } from './care-cards.ts'

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

function reportsOf(
  alarm: Alarm,
): readonly { readonly code: string; readonly severity: number }[][] {
  if (alarm.kind === 'fever') return [[{ code: 'fever', severity: alarm.celsius }]]
  if (alarm.kind === 'sign') return [[{ code: alarm.sign, severity: STRENGTH[alarm.strength] }]]
  return alarm.any.flatMap((one) =>
    reportsOf(one).flatMap((reports) =>
      alarm.others.map((code) => [...reports, { code, severity: 1 }]),
    ),
  )
}

describe('careCards', () => {
  it('has three cards, each with something on it, with no plan at all', () => {
    const cards = careCards({ planner, plan: null, at: 0 })
    expect(cards.map(({ level }) => level)).toEqual(['emergency', 'urgent', 'contact'])
    for (const { alarms } of cards) expect(alarms.length).toBeGreaterThan(4)
  })

  it('puts no alarm on a calmer card than triage puts its report', () => {
    const plan = planOf({ medicines: ['anticoagulant'], history: ['immunosuppression'] })
    const at = ENDED_AT + 30 * 24 * 3_600_000
    const urgency = ['expected', 'self-care', 'contact-clinic', 'urgent', 'emergency']
    for (const { alarms, disposition } of careCards({ planner, plan, at }))
      for (const signs of alarms.flatMap(reportsOf)) {
        const told = triage(planner, plan, { at, signs }).disposition
        expect(urgency.indexOf(told), JSON.stringify(signs)).toBeGreaterThanOrEqual(
          urgency.indexOf(disposition),
        )
      }
  })

  it('names a weak immune system’s alarms for whom they count, and for whom nothing is known', () => {
    const has = (patient: object) =>
      careCards({ planner, plan: planOf(patient), at: ENDED_AT })[1]?.alarms.some(
        (alarm) => alarm.kind === 'sign' && alarm.sign === 'nodule',
      )
    expect(has({ history: ['immunosuppression'], medicines: [] })).toBe(true)
    expect(has({})).toBe(true)
    expect(has({ history: [], medicines: [] })).toBe(false)
  })

  it('names the temperature of each card', () => {
    const celsius = careCards({ planner, plan: null, at: 0 }).map(({ alarms }) =>
      alarms.flatMap((alarm) => (alarm.kind === 'fever' ? alarm.celsius : [])),
    )
    expect(celsius[1]).toContain(38)
    expect(celsius[2]).toEqual([])
  })
})
