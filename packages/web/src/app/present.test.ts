import type { Session } from '@afterglow/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTrouble, isClockInDoubt, presentAt, toldNow } from './present.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const TRUE = Date.parse('2026-11-24T10:00:00+04:00')
const NONE = { clinic: null, session: null, toldAt: null }

function toldAt(...instants: readonly number[]): Session {
  const events = instants.map((at) => ({ type: 'done' as const, at, subject: 'makeup' }))
  return { zone: 'Asia/Dubai', procedures: [], patient: { medicines: [], history: [] }, events }
}

function heard(copyAt: number | null, clockAheadMs: number) {
  return { session: null, toldAt: null, clinic: { copyAt, clockAheadMs } }
}

describe('presentAt', () => {
  it('is what the clock shows, without a clinic and where its server agrees', () => {
    expect(presentAt(TRUE, NONE)).toBe(TRUE)
    expect(presentAt(TRUE, heard(null, 0))).toBe(TRUE)
    expect(presentAt(TRUE, heard(TRUE - DAY, 0))).toBe(TRUE)
  })

  it('goes by the server where the clock is ahead of it', () => {
    expect(presentAt(TRUE + DAY, heard(TRUE - MINUTE, DAY))).toBe(TRUE)
    expect(presentAt(TRUE, heard(TRUE - DAY, MINUTE))).toBe(TRUE - MINUTE)
  })

  it('believes a clock that was behind, and no time before the server was heard: it may have been put right', () => {
    expect(presentAt(TRUE, heard(TRUE - MINUTE, -DAY))).toBe(TRUE)
    expect(presentAt(TRUE - DAY, heard(TRUE - MINUTE, -DAY))).toBe(TRUE - MINUTE)
    expect(presentAt(0, heard(TRUE - MINUTE, 0))).toBe(TRUE - MINUTE)
  })

  it('is never later than it is, whatever the clock did before, or has done since', () => {
    const offset = fc.integer({ min: -30 * DAY, max: 30 * DAY })
    fc.assert(
      fc.property(offset, fc.nat(10 * DAY), fc.boolean(), (ahead, since, isPutRight) => {
        const now = TRUE + since
        const shown = isPutRight ? now : now + ahead
        expect(presentAt(shown, heard(TRUE, ahead))).toBeLessThanOrEqual(now)
      }),
    )
  })

  it('lets what was told in this minute have happened, and nothing later', () => {
    expect(presentAt(TRUE, { ...NONE, session: toldAt(TRUE + 1000) })).toBe(TRUE + 1000)
    expect(presentAt(TRUE, { ...NONE, session: toldAt(TRUE + DAY) })).toBe(TRUE)
  })
})

describe('clockTrouble', () => {
  it('says by how much a clock is wrong, and nothing of two minutes', () => {
    const { clinic } = heard(TRUE, 3 * DAY)
    expect(clockTrouble(TRUE + 3 * DAY, clinic)).toEqual({ is: 'ahead', byMs: 3 * DAY })
    expect(clockTrouble(TRUE, heard(TRUE, -DAY).clinic)).toEqual({ is: 'behind', byMs: DAY })
    expect(clockTrouble(TRUE, heard(TRUE, 2 * MINUTE).clinic)).toBeNull()
  })

  it('knows a clock that was set back since the server was heard', () => {
    expect(clockTrouble(TRUE - DAY, heard(TRUE, 0).clinic)).toEqual({ is: 'behind', byMs: DAY })
  })
})

describe('isClockInDoubt', () => {
  it('is so where something was told later than the clock shows, and only without a clinic', () => {
    const session = toldAt(TRUE + DAY)
    expect(isClockInDoubt(TRUE, { ...NONE, session })).toBe(true)
    expect(isClockInDoubt(TRUE + DAY, { ...NONE, session })).toBe(false)
    expect(isClockInDoubt(TRUE, { ...heard(TRUE, 0), session })).toBe(false)
    expect(isClockInDoubt(TRUE, NONE)).toBe(false)
  })

  it('is so where the session was told by a clock that showed more than now', () => {
    const record = { ...NONE, session: toldAt(), toldAt: TRUE + DAY }
    expect(isClockInDoubt(TRUE, record)).toBe(true)
    expect(isClockInDoubt(TRUE + DAY, record)).toBe(false)
    expect(isClockInDoubt(TRUE, { ...record, session: null })).toBe(false)
  })
})

describe('toldNow', () => {
  const change = { session: toldAt(TRUE) }

  it('keeps the latest that the clock showed, of one own session', () => {
    expect(toldNow(NONE, change, TRUE).toldAt).toBe(TRUE)
    expect(toldNow({ ...NONE, toldAt: TRUE + DAY }, change, TRUE).toldAt).toBe(TRUE + DAY)
    expect(toldNow(NONE, { ...change, toldAt: 1 }, TRUE).toldAt).toBe(1)
    expect(toldNow({ ...NONE, toldAt: TRUE }, { session: null }, TRUE).toldAt).toBeNull()
  })

  it('says nothing where nothing is told of the session', () => {
    expect(toldNow(NONE, { country: 'AE' }, TRUE)).toEqual({ country: 'AE' })
  })
})
