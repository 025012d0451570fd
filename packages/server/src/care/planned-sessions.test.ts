import { describe, expect, it } from 'vitest'
import type { EventType, StoredEvent } from '../store/event-log.ts'
import { unconfirmedSessions } from './planned-sessions.ts'

const END = Date.parse('2026-11-22T08:00:00Z')
const HOUR_MS = 3_600_000
const ACTOR = { kind: 'staff', id: 'u' }

function event(type: EventType, at: number, recordedAt: number, data: object = {}): StoredEvent {
  return { eventId: type, type, at, recordedAt, actor: ACTOR, data: { ...data } }
}

const plannedAt = (recordedAt: number) => event('procedure', END, recordedAt)
const correctedAt = (recordedAt: number, endedAt: number) =>
  event('corrected', recordedAt, recordedAt, { procedure: 'procedure', endedAt })
const asked = (events: readonly StoredEvent[], at = END) => [...unconfirmedSessions(events, at)]

describe('unconfirmedSessions', () => {
  it('asks about what was told more than an hour ahead, from its end on', () => {
    const planned = [plannedAt(END - HOUR_MS - 1)]
    expect(asked(planned, END - 1)).toEqual([])
    expect(asked(planned)).toEqual(['procedure'])
    expect(asked([plannedAt(END - HOUR_MS)])).toEqual([])
  })

  it('asks no more once its end was said when it was over, to the same instant or another', () => {
    const planned = plannedAt(END - 7 * 24 * HOUR_MS)
    for (const endedAt of [END, END - HOUR_MS])
      expect(asked([planned, correctedAt(END + HOUR_MS, endedAt)], END + HOUR_MS)).toEqual([])
  })

  it('asks again once one that was put off is over, and not before', () => {
    const later = END + 48 * HOUR_MS
    const put = [plannedAt(END - 7 * 24 * HOUR_MS), correctedAt(END - HOUR_MS, later)]
    expect(asked(put, later - 1)).toEqual([])
    expect(asked(put, later)).toEqual(['procedure'])
  })

  it('does not ask about what was taken off', () => {
    const off = event('undone', END, END, { event: 'procedure' })
    expect(asked([plannedAt(END - 7 * 24 * HOUR_MS), off])).toEqual([])
  })
})
