import { randomUUID } from 'node:crypto'
import { parseSession, type Session } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../store/event-log.ts'
import { sessionJson } from './session-json.ts'
import { sessionOf } from './session-of.ts'

const PROCEDURE = 'c0ffee00-0000-4000-8000-000000000001'
const UNDONE = 'c0ffee00-0000-4000-8000-000000000002'
/** Not on a second: clocks that run are not. */
const AT = Date.parse('2026-11-22T07:00:00.123Z')

/** Every event of every key that the engine knows, the keys as a database may give them back: in any order. */
const EVENTS = [
  event('patient-facts', {
    medicines: ['nsaid'],
    history: ['keloid', 'smoker'],
    fitzpatrickSkinType: 'III',
  }),
  event(
    'procedure',
    {
      sessionNumber: 2,
      setting: 'clinic',
      product: { lot: 'A-1' },
      needleDepthMm: 1.5,
      indications: ['acne-scars'],
      endedAtEstimated: true,
      device: 'pen',
      code: 'microneedling',
      bodySites: ['face'],
      adjuncts: ['prp'],
    },
    PROCEDURE,
  ),
  event('check-in', {
    settled: ['erythema'],
    signs: [{ trend: 'fading', severity: 'mild', code: 'itch' }],
    notes: 'better',
  }),
  event('override', {
    window: { until: 'P5D' },
    subject: 'makeup',
    reason: 'as agreed',
    by: 'Dr Noor',
  }),
  event('clearance', { subject: 'retinol', by: 'Dr Noor' }),
  event('done', { subject: 'makeup' }),
  event('moved', { zone: 'Europe/London' }),
  event('corrected', { procedure: PROCEDURE, endedAt: AT - 60_001 }),
  event('patient-reported-advice', { window: { until: 'P9D' }, subject: 'makeup' }),
  event('message', { body: 'hello' }),
]

function event(
  type: StoredEvent['type'],
  data: StoredEvent['data'],
  eventId = randomUUID(),
): StoredEvent {
  return { eventId, type, at: AT, recordedAt: AT, actor: { kind: 'staff', id: 'a' }, data }
}

function made(events: readonly StoredEvent[]): Session {
  const [first] = events
  const told = first && { subject: 'sun', until: 'P3D', reason: 'for all', by: 'Dr Noor' }
  const session = sessionOf('Asia/Dubai', events, told ? [told] : [])
  if (session === null) throw new Error('there is a procedure')
  return session
}

/** As it is read at the other end of a line. */
function readBack(session: Session): Session {
  const read = parseSession(JSON.parse(JSON.stringify(sessionJson(session))))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

describe('a session that a device is given', () => {
  it('is read there as it is here, in the order of its text and to the millisecond', () => {
    const session = made(EVENTS)
    expect(session.events.map(({ type }) => type)).toContain('patient-reported-advice')
    expect(JSON.stringify(readBack(session))).toBe(JSON.stringify(session))
  })

  it('can be read where a session was taken back that had been corrected', () => {
    const other = event('procedure', { code: 'microneedling' }, UNDONE)
    const corrected = event('corrected', { procedure: UNDONE, endedAt: AT })
    const undone = event('undone', { event: UNDONE, reason: 'the wrong patient' })
    const session = made([...EVENTS, other, corrected, undone])
    expect(readBack(session)).toEqual(session)
    expect(session.procedures).toHaveLength(1)
    expect(JSON.stringify(session.events)).not.toContain(UNDONE)
  })
})
