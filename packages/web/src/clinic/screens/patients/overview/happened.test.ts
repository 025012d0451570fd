import { describe, expect, it } from 'vitest'
import type { PatientEvent } from '../../../api/events.ts'
import { happenedAt, happenedOf, mayUndo } from './happened.ts'

function event(eventId: string, type: string, parts: Partial<PatientEvent> = {}): PatientEvent {
  const at = '2026-11-28T10:00:00+00:00'
  const actor = { kind: 'staff', id: 'noor' }
  return { eventId, type, at, recordedAt: at, actor, data: {}, undone: false, ...parts }
}

describe('happenedOf', () => {
  it('shows what was taken back with who did and why, and not the taking back beside it', () => {
    const events = [
      event('e1', 'clearance', { undone: true }),
      event('e2', 'undone', {
        recordedAt: '2026-11-29T09:00:00+00:00',
        actor: { kind: 'staff', id: 'lee' },
        data: { event: 'e1', reason: 'wrong person' },
      }),
    ]
    const [day] = happenedOf(events, 'UTC')
    expect(day?.events).toEqual([
      {
        event: events[0],
        undone: {
          at: '2026-11-29T09:00:00+00:00',
          by: { kind: 'staff', id: 'lee' },
          reason: 'wrong person',
        },
      },
    ])
  })

  it('puts an event on the day that it was where the patient is', () => {
    const at = '2026-11-28T22:30:00+00:00'
    const late = event('e1', 'check-in', { at, recordedAt: at })
    expect(happenedOf([late], 'Asia/Dubai').map(({ date }) => date)).toEqual(['2026-11-29'])
  })

  it('puts a planned session where it was told, and not before everything else', () => {
    const planned = event('e1', 'procedure', { at: '2027-01-20T10:00:00+00:00' })
    const later = event('e2', 'message', {
      at: '2026-11-29T10:00:00+00:00',
      recordedAt: '2026-11-29T10:00:00+00:00',
    })
    const told = { ...planned, recordedAt: '2026-11-28T10:00:00+00:00' }
    expect(happenedAt(told)).toBe('2026-11-28T10:00:00+00:00')
    const ids = happenedOf([told, later], 'UTC').flatMap(({ events }) =>
      events.map((one) => one.event.eventId),
    )
    expect(ids).toEqual(['e2', 'e1'])
  })
})

describe('mayUndo', () => {
  const of = (type: string) => ({ event: event('e', type), undone: null })

  it('leaves to a clinician whatever closes a window, and to the desk what the patient did', () => {
    expect(mayUndo(of('clearance'), false)).toBe(false)
    expect(mayUndo(of('clearance'), true)).toBe(true)
    expect(mayUndo(of('done'), false)).toBe(true)
  })

  it('takes back no message, photo or consent: they have ways of their own', () => {
    for (const type of ['message', 'photo', 'consent', 'adverse-event', 'answer'])
      expect(mayUndo(of(type), true)).toBe(false)
  })

  it('takes nothing back twice', () => {
    const undone = { at: '', by: { kind: 'staff', id: null }, reason: '' }
    expect(mayUndo({ event: event('e', 'clearance'), undone }, true)).toBe(false)
  })
})
