import { applyPlan, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { questionsOf } from '../../../../model/check-in.ts'
import { EMPTY_RECORD } from '../../../../store/record.ts'
import { type KeptCheckIn, leftOpenOf } from './left-open.ts'

const DAY_MS = 86_400_000
const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))
const parsed = parseSession({
  zone: 'Asia/Dubai',
  procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
  patient: {},
  events: [],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const session = parsed.value
const plan = applyPlan(planner, session)
const zone = 'Asia/Dubai'
const known = { planner, plan, record: { ...EMPTY_RECORD, session }, zone }
const at = ENDED_AT + 2 * DAY_MS
const signs = questionsOf({ planner, session, plan, at, zone }).map(({ sign: code }) => code)
const noAlarm = signs.map((code) => ({ code, severity: 'none' as const }))

function told(
  data: KeptCheckIn['data'],
  disposition: KeptCheckIn['answer']['disposition'] = 'expected',
) {
  const answer = { disposition, reasons: [], safetyNet: [] }
  return leftOpenOf(known, { at: '2026-11-24T10:45:00+04:00', data, answer })
}

describe('what a kept check-in leaves open', () => {
  it('is every alarm that it says nothing of: what was not asked is told from it alone', () => {
    const red = { signs: [{ code: 'erythema', severity: 'mild' as const }] }
    expect(told(red)?.alarms).toContain('breathing-difficulty')
    const others = noAlarm.filter(({ code }) => code !== 'chest-pain')
    expect(told({ signs: others })).toEqual({ alarms: ['chest-pain'] })
    expect(told({ signs: [] })?.alarms?.length).toBeGreaterThan(20)
  })

  it('is nothing where each was answered, as gone too', () => {
    expect(told({ signs: noAlarm })).toBeNull()
    const others = noAlarm.filter(({ code }) => code !== 'chest-pain')
    expect(told({ signs: others, settled: ['chest-pain'] })).toBeNull()
  })

  it('holds back no call for help, and calms nobody where no plan says what is asked', () => {
    const breath = { signs: [{ code: 'breathing-difficulty', severity: 'severe' as const }] }
    expect(told(breath, 'emergency')).toBeNull()
    expect(told(breath, 'contact-clinic')).toBeNull()
    const answer = { disposition: 'expected' as const, reasons: [], safetyNet: [] }
    const planless = { ...known, plan: null }
    const event = { at: '2026-11-24T10:45:00+04:00', data: { signs: noAlarm }, answer }
    expect(leftOpenOf(planless, event)).toEqual({ alarms: null })
  })
})
