import { describe, expect, it } from 'vitest'
import { factsIn, type PatientEvent } from './events.ts'

const TOLD: PatientEvent = {
  eventId: 'a',
  type: 'patient-facts',
  at: '2026-11-22T10:45:00+04:00',
  recordedAt: '2026-11-22T10:45:00+04:00',
  actor: { kind: 'staff', id: 'u' },
  data: { medicines: ['isotretinoin'] },
  undone: false,
}

describe('factsIn', () => {
  it('keeps what is known of a person whose only session was taken back', () => {
    const session = { ...TOLD, eventId: 'b', type: 'procedure', data: {}, undone: true }
    expect(factsIn([session, TOLD])).toEqual({ medicines: ['isotretinoin'] })
  })

  it('goes back to what was told before where the last was taken back', () => {
    const slip = { ...TOLD, eventId: 'b', data: { medicines: [] }, undone: true }
    expect(factsIn([TOLD, slip])).toEqual(TOLD.data)
    expect(factsIn([slip])).toEqual({})
  })
})
