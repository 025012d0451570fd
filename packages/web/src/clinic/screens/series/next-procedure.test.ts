import { applyPlan, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import type { Care } from '../../../model/care.ts'
import { seriesOf } from '../../../model/series.ts'
import { againOf, nextProcedure, whenProblem } from './next-procedure.ts'
import { sessionStops } from './session-stops.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

const DONE = {
  id: 'p1',
  code: 'microneedling',
  device: 'pen',
  needleDepthMm: 1.5,
  adjuncts: ['chemical-peel'],
  endedAt: '2026-10-20T10:45:00+04:00',
  sessionNumber: 2,
}
const BOOKED = { id: 'p2', code: 'microneedling', endedAt: '2026-12-20T10:45:00+04:00' }

function careOf(...procedures: readonly object[]): Care {
  return careWith(procedures, [])
}

function careWith(procedures: readonly object[], events: readonly object[]): Care {
  const session = parseSession({ zone: 'Asia/Dubai', procedures, patient: {}, events })
  if (!session.ok) throw new Error(JSON.stringify(session.issues))
  return {
    planner,
    session: session.value,
    plan: applyPlan(planner, session.value),
    at: Date.parse('2026-11-30T08:00:00Z'),
    zone: 'Asia/Dubai',
  }
}

describe('nextProcedure', () => {
  it('is as the last one done, add-ons too, with the next number and its own end', () => {
    const care = careOf(DONE)
    const when = { date: '2026-12-01', time: '09:30' }
    expect(nextProcedure(care, seriesOf(care, {}), when)).toEqual({
      code: 'microneedling',
      device: 'pen',
      needleDepthMm: 1.5,
      adjuncts: ['chemical-peel'],
      endedAt: '2026-12-01T09:30:00+04:00',
      sessionNumber: 3,
    })
  })
})

describe('againOf', () => {
  it('puts a planned session back on the date that it was moved to, known by now', () => {
    const endedAt = '2026-12-27T09:00:00+04:00'
    const moved = { type: 'corrected', at: '2026-11-29T08:00:00Z', procedure: 'p2', endedAt }
    const care = careWith([DONE, { ...BOOKED, endedAtEstimated: true }], [moved])
    const booked = care.session.procedures.find(({ id }) => id === 'p2')
    expect(booked && againOf(care, booked)).toEqual({ code: 'microneedling', endedAt })
  })
})

describe('whenProblem', () => {
  const care = careOf(DONE, BOOKED)
  const series = seriesOf(care, {})

  it('refuses what is nearer to a planned session than any source allows, on either side', () => {
    const least = series.rules.spacing.allowableDays.atLeast
    expect(least).toBe(21)
    const before = { date: '2026-12-01', time: '09:30' }
    expect(whenProblem(care, series, before)?.code).toBe('too-soon')
    const after = { date: '2027-01-09', time: '09:30' }
    expect(whenProblem(care, series, after)).toMatchObject({
      code: 'too-soon',
      first: '2027-01-10',
    })
    expect(whenProblem(care, series, { ...after, date: '2027-01-10' })).toBeNull()
  })

  it('refuses a time of today that is past where the patient is', () => {
    const today = { date: '2026-11-30', time: '11:00' }
    expect(whenProblem(careOf(DONE), seriesOf(careOf(DONE), {}), today)?.code).toBe('past')
  })
})

describe('sessionStops', () => {
  it('gives a planned session its id, to be taken off by, and the gap to the one before', () => {
    const care = careOf(DONE, BOOKED)
    const stops = sessionStops(care, seriesOf(care, {}))
    const booked = stops.find(({ kind }) => kind === 'booked')
    expect(booked).toMatchObject({ procedure: 'p2', date: '2026-12-20' })
    expect(stops[0]?.gapDays).toBeNull()
  })
})
