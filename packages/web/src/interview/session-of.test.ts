import { parseInstant, parseSession, toWire } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import {
  endOf,
  NONE,
  OTHER_TREATMENT,
  type Place,
  sessionOf,
  UNKNOWN,
  withNextProcedure,
} from './session-of.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const PLACE: Place = { zone: 'Asia/Dubai', now: at('2026-11-22T11:45:00+04:00') }

describe('endOf', () => {
  it('takes day and time on the clock of the person', () => {
    expect(endOf({ ended: ['2026-11-22', '10:45'] }, PLACE)).toBe(at('2026-11-22T10:45:00+04:00'))
  })

  it('reads a day without a time to its end, so that no window ends too early', () => {
    expect(endOf({ ended: ['2026-11-20'] }, PLACE)).toBe(at('2026-11-21T00:00:00+04:00'))
    expect(endOf({ ended: ['2026-11-20', UNKNOWN] }, PLACE)).toBe(at('2026-11-21T00:00:00+04:00'))
  })

  it('reads today without a time as now, never as later', () => {
    expect(endOf({ ended: ['2026-11-22'] }, PLACE)).toBe(PLACE.now)
  })

  it('counts from now where nothing is known', () => {
    expect(endOf({ ended: [UNKNOWN] }, PLACE)).toBe(PLACE.now)
    expect(endOf({}, PLACE)).toBe(PLACE.now)
  })

  it('reads a planned day without a time to its last minute, which is still that day', () => {
    expect(endOf({ ended: ['2026-12-05'] }, PLACE)).toBe(at('2026-12-05T23:59:00+04:00'))
    expect(endOf({ ended: ['2026-12-05', UNKNOWN] }, PLACE)).toBe(at('2026-12-05T23:59:00+04:00'))
  })

  it('takes the later of two instants on the night the clocks go back', () => {
    const newYork: Place = { zone: 'America/New_York', now: at('2026-11-01T12:00:00-05:00') }
    expect(endOf({ ended: ['2026-11-01', '01:30'] }, newYork)).toBe(at('2026-11-01T01:30:00-05:00'))
  })
})

describe('sessionOf', () => {
  const full = {
    ended: ['2026-11-22', '10:45'],
    setting: ['clinic'],
    device: ['pen'],
    depth: ['1.5'],
    sites: ['face', 'neck'],
    adjuncts: [NONE],
    health: ['history:herpes-simplex', 'medicines:anticoagulant'],
  }

  it.each([[[UNKNOWN]], [[]], [['']]])(
    'says of an end that nobody knows that it is a guess: %j',
    (ended) => {
      const [procedure] = sessionOf({ ...full, ended }, PLACE, null).procedures
      expect(procedure).toMatchObject({ endedAt: PLACE.now, endedAtEstimated: true })
    },
  )

  it('says of a planned day without a time that its end is a guess, and not of one with a time', () => {
    const day = sessionOf({ ...full, ended: ['2026-12-05', '', 'planned'] }, PLACE, null)
    expect(day.procedures[0]).toMatchObject({
      endedAt: at('2026-12-05T23:59:00+04:00'),
      endedAtEstimated: true,
    })
    const hour = sessionOf({ ...full, ended: ['2026-12-05', '15:00', 'planned'] }, PLACE, null)
    expect(hour.procedures[0]).not.toHaveProperty('endedAtEstimated')
  })

  it('keeps a guess a guess when another answer is changed', () => {
    const guessed = sessionOf({ ...full, ended: [UNKNOWN] }, PLACE, null)
    const again = sessionOf({ ...full, ended: [UNKNOWN], setting: ['home'] }, PLACE, guessed)
    expect(again.procedures[0]?.endedAtEstimated).toBe(true)
    expect(sessionOf(full, PLACE, null).procedures[0]).not.toHaveProperty('endedAtEstimated')
  })

  it('makes a session that the strict parser takes', () => {
    const session = sessionOf(full, PLACE, null)
    expect(parseSession(toWire(session, session.zone))).toEqual({ ok: true, value: session })
    expect(session.procedures[0]).toEqual({
      id: 'p1',
      code: 'microneedling',
      endedAt: at('2026-11-22T10:45:00+04:00'),
      device: 'pen',
      needleDepthMm: 1.5,
      bodySites: ['face', 'neck'],
      adjuncts: [],
      setting: 'clinic',
    })
    expect(session.patient).toEqual({ history: ['herpes-simplex'], medicines: ['anticoagulant'] })
  })

  it('leaves out what is not known: a missing fact is unknown, and never none', () => {
    const answers = {
      setting: [UNKNOWN],
      device: [UNKNOWN],
      sites: [UNKNOWN],
      adjuncts: [UNKNOWN],
      health: [UNKNOWN],
    }
    const session = sessionOf(answers, PLACE, null)
    expect(session.procedures[0]).toEqual({
      id: 'p1',
      code: 'microneedling',
      endedAt: PLACE.now,
      endedAtEstimated: true,
      device: 'unknown',
    })
    expect(session.patient).toEqual({})
    expect(sessionOf({}, PLACE, null)).toEqual(session)
  })

  it('says none where none was said', () => {
    expect(sessionOf({ health: [NONE] }, PLACE, null).patient).toEqual({
      history: [],
      medicines: [],
    })
  })

  it('keeps what is no microneedling as a treatment that no protocol covers', () => {
    const [procedure] = sessionOf(
      { device: [OTHER_TREATMENT], depth: ['1'] },
      PLACE,
      null,
    ).procedures
    expect(procedure).toEqual({
      id: 'p1',
      code: 'other',
      endedAt: PLACE.now,
      endedAtEstimated: true,
    })
  })

  it('drops a depth that cannot be', () => {
    for (const depth of ['15', '0', '-1', 'deep', ''])
      expect(sessionOf({ depth: [depth] }, PLACE, null).procedures[0]).not.toHaveProperty(
        'needleDepthMm',
      )
    expect(sessionOf({ depth: ['0,5'] }, PLACE, null).procedures[0]).toHaveProperty(
      'needleDepthMm',
      0.5,
    )
  })

  it('keeps events, further sessions and the told end when an answer is corrected', () => {
    const before = {
      ...sessionOf(full, PLACE, null),
      events: [{ type: 'done', at: PLACE.now, subject: 'makeup' } as const],
    }
    const after = sessionOf(
      { ...full, ended: ['2026-11-21', '09:00'], device: ['rf'] },
      PLACE,
      before,
    )
    expect(after.events).toBe(before.events)
    expect(after.procedures[0]?.endedAt).toBe(before.procedures[0]?.endedAt)
    expect(after.procedures[0]?.device).toBe('rf')
  })
})

describe('withNextProcedure', () => {
  const first = sessionOf({ ended: ['2026-11-22', '10:45'], device: ['rf'] }, PLACE, null)
  const later: Place = { ...PLACE, now: at('2026-12-20T18:00:00+04:00') }
  const second = withNextProcedure({ ended: ['2026-12-20', '17:00'] }, later, first)

  it('adds one like the last, with an end and an id of its own', () => {
    expect(second.procedures.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(second.procedures[0]).toBe(first.procedures[0])
    expect(second.procedures[1]).toMatchObject({
      device: 'rf',
      endedAt: at('2026-12-20T17:00:00+04:00'),
    })
  })

  it('does not call a told end a guess because the one before was', () => {
    const guessed = sessionOf({}, PLACE, null)
    const next = withNextProcedure({ ended: ['2026-12-20', '17:00'] }, later, guessed)
    expect(next.procedures[0]).toHaveProperty('endedAtEstimated', true)
    expect(next.procedures[1]).not.toHaveProperty('endedAtEstimated')
  })

  it('reads a planned day without a time to its last minute, as a guess', () => {
    const next = withNextProcedure({ ended: ['2027-01-20', '', 'planned'] }, later, first)
    expect(next.procedures[1]).toMatchObject({
      endedAt: at('2027-01-20T23:59:00+04:00'),
      endedAtEstimated: true,
    })
  })

  it('leaves the earlier one alone when an answer about the later one is corrected', () => {
    const corrected = sessionOf({ device: ['pen'] }, later, second)
    expect(corrected.procedures[0]).toBe(first.procedures[0])
    expect(corrected.procedures[1]).toMatchObject({ id: 'p2', device: 'pen' })
  })
})
