import {
  applyPlan,
  assess,
  type CareEvent,
  createPlanner,
  isOpen,
  parseSession,
  type Session,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastAlarm } from '../model/last-alarm.ts'
import { mergedSession, withNothingOpen } from './merge.ts'
import { type OutboxItem, type OwnEvent, sentAgain } from './outbox.ts'

const HOUR = 3_600_000
const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')
const AT = ENDED_AT + 30 * HOUR
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

function sessionWith(...events: readonly CareEvent[]): Session {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00', device: 'pen' },
    ],
    patient: { medicines: [], history: [] },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return { ...parsed.value, events: [...events] }
}

function told(event: OwnEvent, state: OutboxItem['state'] = 'waiting'): OutboxItem {
  const item = { id: 'c1', place: 1, madeAt: AT, patientId: 'b1', tries: 0 }
  const refusal = state === 'refused' ? 'because' : null
  return { ...item, what: { kind: 'event', event }, state, refusal }
}

const done = { type: 'done', at: AT, subject: 'makeup' } as const
const checkIn = {
  type: 'check-in' as const,
  at: AT,
  signs: [
    { code: 'erythema', severity: 'none' as const },
    { code: 'edema', severity: 'moderate' as const },
  ],
  settled: ['itch'],
}

const stricterHalf = {
  type: 'check-in',
  at: AT,
  signs: [{ code: 'edema', severity: 'moderate' }],
}

describe('mergedSession', () => {
  it('keeps what is not sent when the clinic’s own session comes without it', () => {
    const clearance = { type: 'clearance', at: AT, subject: 'retinoids', by: 'Dr Noor' } as const
    const events = mergedSession(sessionWith(clearance), [told(done)], []).events
    expect(events).toEqual([clearance, done])
  })

  it('tells once what has come back, also where its answer was lost', () => {
    expect(mergedSession(sessionWith(done), [told(done), told(done, 'sent')], []).events).toEqual([
      done,
    ])
  })

  it('goes by what was refused where that is stricter, and not where it would open something', () => {
    const { events } = mergedSession(sessionWith(), [told(checkIn, 'refused')], [])
    expect(events).toEqual([stricterHalf])
  })

  it('opens nothing by what was refused while it is tried once more', () => {
    const { events } = mergedSession(sessionWith(), [sentAgain(told(checkIn, 'refused'))], [])
    expect(events).toEqual([stricterHalf])
  })

  it('keeps an alarm in the plan that could not be kept to be sent', () => {
    expect(mergedSession(sessionWith(done), [], [checkIn]).events).toEqual([done, stricterHalf])
  })
})

describe('a calm check-in that the clinic did not take', () => {
  const alarm = {
    type: 'check-in' as const,
    at: AT,
    signs: [{ code: 'purulent-discharge', severity: 'moderate' as const }],
  }
  const calm = {
    type: 'check-in' as const,
    at: AT + HOUR,
    signs: [{ code: 'erythema', severity: 'mild' as const }],
    settled: ['purulent-discharge'],
  }

  function alarmOf(session: Session) {
    const at = AT + 2 * HOUR
    return lastAlarm({
      planner,
      session,
      plan: applyPlan(planner, session),
      at,
      zone: 'Asia/Dubai',
    })?.disposition
  }

  it('ends no alarm of the clinic’s own session, refused or lost', () => {
    expect(alarmOf(sessionWith(alarm, calm))).toBeUndefined()
    expect(alarmOf(mergedSession(sessionWith(alarm), [told(calm, 'refused')], []))).toBe('urgent')
    expect(alarmOf(mergedSession(sessionWith(alarm), [], [calm]))).toBe('urgent')
  })

  it('ends no alarm among what was told here, in whatever order they lie', () => {
    const items = [told(alarm), told(calm, 'refused')]
    expect(alarmOf(mergedSession(sessionWith(), items, []))).toBe('urgent')
    expect(alarmOf(mergedSession(sessionWith(), items.toReversed(), []))).toBe('urgent')
    expect(alarmOf(mergedSession(sessionWith(), [told(alarm)], [calm]))).toBe('urgent')
  })
})

describe('withNothingOpen', () => {
  const clearance = { type: 'clearance', at: AT, subject: 'makeup', by: 'Dr Noor' } as const
  const corrected = {
    type: 'corrected',
    at: ENDED_AT + HOUR,
    procedure: 'p1',
    endedAt: ENDED_AT - 2 * HOUR,
  } as const

  it('leaves nothing open from the end on, whatever was cleared or corrected', () => {
    const plan = applyPlan(planner, withNothingOpen(sessionWith(corrected, clearance)))
    const subject = fc.constantFrom(...planner.codes)
    const hours = fc.integer({ min: -2, max: 24 * 365 })
    fc.assert(
      fc.property(subject, hours, (code, after) => {
        const { status } = assess(plan, code, ENDED_AT + Math.max(1, after) * HOUR)
        expect(isOpen(status), `${code}, ${after} h: ${status}`).toBe(false)
        expect(status).not.toBe('caution')
      }),
    )
  })

  it('is the same done twice: no procedure has one name with another', () => {
    const once = withNothingOpen(sessionWith(corrected))
    expect(withNothingOpen(once)).toEqual(once)
  })
})
