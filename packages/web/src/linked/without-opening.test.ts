import {
  applyPlan,
  type CareEvent,
  createPlanner,
  planSeries,
  parseSession,
  type SignReport,
  urgencyOf,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { lastAlarm } from '../model/last-alarm.ts'
import { withoutOpening } from './without-opening.ts'

const HOUR = 3_600_000
const ENDED = '2026-11-22T10:45:00+04:00'
const AT = Date.parse(ENDED) + 40 * HOUR
const zone = 'Asia/Dubai'
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

function careWith(events: readonly CareEvent[], at: number) {
  const procedure = { id: 'p1', code: 'microneedling', endedAt: ENDED, device: 'pen' }
  const parsed = parseSession({
    zone,
    procedures: [procedure],
    patient: { medicines: [], history: [] },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = { ...parsed.value, events: [...events] }
  return { planner, session, plan: applyPlan(planner, session), at, zone }
}

function told(at: number, ...signs: readonly SignReport[]) {
  return { type: 'check-in' as const, at, signs: [...signs] }
}

const alarm = told(AT, { code: 'purulent-discharge', severity: 'moderate' })
const calm = told(AT + HOUR, { code: 'erythema', severity: 'mild', trend: 'fading' })

describe('what is taken of a check-in that the clinic will never know of', () => {
  it('ends no alarm that was told before it', () => {
    const alarmWith = (events: readonly CareEvent[]) =>
      lastAlarm(careWith(events, AT + 2 * HOUR))?.disposition
    expect(alarmWith([alarm, calm])).toBeUndefined()
    expect(alarmWith([alarm, ...withoutOpening(calm, [alarm])])).toBe('urgent')
    const milder = told(AT + HOUR, { code: 'purulent-discharge', severity: 'mild' })
    expect(alarmWith([alarm, ...withoutOpening(milder, [alarm])])).toBe('urgent')
  })

  it('takes nothing for fading, or for milder than the clinic knows it', () => {
    const severe = told(AT, { code: 'erythema', severity: 'severe' })
    const [taken] = withoutOpening(calm, [severe])
    expect(taken).toEqual(told(calm.at, ...severe.signs, { code: 'erythema', severity: 'mild' }))
  })

  it('ends no wait for a fever by a lower number', () => {
    const fever = told(AT, { code: 'fever', severity: 39 })
    const normal = told(AT + HOUR, { code: 'fever', severity: 36.6 })
    const holdsWith = (events: readonly CareEvent[]) => {
      const { plan } = careWith(events, AT)
      return planSeries(planner, plan, { at: AT + 2 * HOUR }).holds.map(({ hold }) => hold)
    }
    expect(holdsWith([fever])).toContain('possible-infection')
    expect(holdsWith([fever, normal])).not.toContain('possible-infection')
    expect(holdsWith([fever, ...withoutOpening(normal, [fever])])).toContain('possible-infection')
  })

  it('is an alarm that it tells, beside what stands', () => {
    const worse = told(AT + HOUR, {
      code: 'breathing-difficulty',
      severity: 'severe',
      trend: 'worsening',
    })
    const events = [calm, ...withoutOpening({ ...worse, at: AT + 2 * HOUR }, [calm])]
    const found = lastAlarm(careWith(events, AT + 3 * HOUR))
    expect(urgencyOf(found?.disposition ?? 'expected')).toBe(urgencyOf('emergency'))
  })

  it('brings back no sign that was told to be gone since, and hears nothing from later', () => {
    const gone = told(AT + HOUR, { code: 'purulent-discharge', severity: 'none' })
    const lost = told(AT + 2 * HOUR, { code: 'edema', severity: 'mild' })
    const later = told(AT + 3 * HOUR, { code: 'itch', severity: 'mild' })
    expect(withoutOpening(lost, [alarm, gone, later])).toEqual([lost])
  })
})
