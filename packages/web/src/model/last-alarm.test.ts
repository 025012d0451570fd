import { applyPlan, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { lastAlarm } from './last-alarm.ts'

const ledgers = readLedgers(undefined, { cache: true })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

const checkIn = (at: string, code: string, severity: string) => ({
  type: 'check-in',
  at,
  signs: [{ code, severity }],
})

const BREATHING = checkIn('2026-11-22T12:00:00+04:00', 'breathing-difficulty', 'severe')
const PUS = checkIn('2026-11-23T12:00:00+04:00', 'purulent-discharge', 'moderate')
const REDNESS = checkIn('2026-11-23T13:00:00+04:00', 'erythema', 'mild')

function alarmAt(at: string, ...events: readonly object[]) {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
    patient: { medicines: [], history: [] },
    events,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = parsed.value
  const plan = applyPlan(planner, session)
  return lastAlarm({ planner, session, plan, at: Date.parse(at), zone: 'Asia/Dubai' })
}

describe('lastAlarm', () => {
  it('stands from its check-in on, for as long as there is no other', () => {
    const emergency = { at: Date.parse(BREATHING.at), disposition: 'emergency' }
    expect(alarmAt('2026-11-22T11:59:00+04:00', BREATHING)).toBeNull()
    expect(alarmAt('2026-11-22T12:00:00+04:00', BREATHING)).toEqual(emergency)
    expect(alarmAt('2026-12-20T12:00:00+04:00', BREATHING)).toEqual(emergency)
  })

  it('gives way to the next check-in, whatever that says', () => {
    expect(alarmAt('2026-11-23T12:30:00+04:00', BREATHING, PUS)?.disposition).toBe('urgent')
    expect(alarmAt('2026-11-23T14:00:00+04:00', BREATHING, PUS, REDNESS)).toBeNull()
  })

  it('is the most urgent of several at one instant, in whatever order', () => {
    const calm = { ...REDNESS, at: BREATHING.at }
    for (const events of [
      [calm, BREATHING],
      [BREATHING, calm],
    ])
      expect(alarmAt('2026-11-22T13:00:00+04:00', ...events)?.disposition).toBe('emergency')
  })

  it('is none where the last check-in could wait, and where there was none', () => {
    expect(alarmAt('2026-11-23T14:00:00+04:00', REDNESS)).toBeNull()
    expect(alarmAt('2026-11-23T14:00:00+04:00')).toBeNull()
  })
})
