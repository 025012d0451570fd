import { describe, expect, it } from 'vitest'
import { serverTimeBy } from './server-time.ts'

const AT = Date.parse('2026-11-24T06:00:00Z')
const DATE = 'Tue, 24 Nov 2026 06:00:00 GMT'
const HOUR = 3_600_000

const ticks = (clock: number, runningMs: number) => ({ clock, runningMs })

describe('serverTimeBy', () => {
  it('takes half of the way there and back into account', () => {
    const clock = AT + 500 + HOUR
    const time = serverTimeBy(DATE, ticks(clock - 2000, 100), ticks(clock + 2000, 4100))
    expect(time).toEqual({ at: AT, aheadMs: HOUR })
  })

  it('knows a clock that is behind', () => {
    const clock = AT + 500 - HOUR
    expect(serverTimeBy(DATE, ticks(clock, 0), ticks(clock, 0))?.aheadMs).toBe(-HOUR)
  })

  it('says nothing where the clock was set, or the device slept, on the way', () => {
    expect(serverTimeBy(DATE, ticks(AT, 0), ticks(AT + HOUR, 300))).toBeNull()
    expect(serverTimeBy(DATE, ticks(AT, 0), ticks(AT - HOUR, 300))).toBeNull()
  })

  it('says nothing without a date', () => {
    expect(serverTimeBy(null, ticks(AT, 0), ticks(AT, 0))).toBeNull()
    expect(serverTimeBy('soon', ticks(AT, 0), ticks(AT, 0))).toBeNull()
  })
})
