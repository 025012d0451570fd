import { describe, expect, it } from 'vitest'
import type { PatientSeries } from '../../api/series.ts'
import { boardTrack } from './board-track.ts'

const SERIES: PatientSeries = {
  patientId: 'p',
  name: 'Hannah Lee',
  done: [
    { endedAt: '2025-01-01T10:00:00Z', sessionNumber: 1 },
    { endedAt: '2026-11-30T10:00:00Z', sessionNumber: 2 },
  ],
  planned: [{ at: '2026-12-28T10:00:00Z' }],
  toConfirm: [],
  wanted: { from: 3, to: 8 },
  next: { earliest: null, from: '2026-12-28', until: '2027-06-01', state: 'due' },
  proposed: [],
  gapsDays: [],
  holds: [],
  maintenance: null,
}
const TODAY = { today: '2026-11-30', zone: 'UTC' }

describe('boardTrack', () => {
  it('puts today in one place for everybody, and counts what lies before the measure', () => {
    const { dots, earlier } = boardTrack(SERIES, TODAY)
    expect(earlier).toBe(1)
    expect(dots[0]).toEqual({ kind: 'done', number: 2, place: (182 / 273) * 100 })
  })

  it('numbers a planned session after the last one done', () => {
    expect(boardTrack(SERIES, TODAY).dots[1]?.number).toBe(3)
  })

  it('shows one that was planned, and that nobody has said was done, as planned', () => {
    const toConfirm = [{ procedureId: 'q', at: '2026-11-29T10:00:00Z' }]
    const { dots } = boardTrack({ ...SERIES, toConfirm }, TODAY)
    expect(dots.map(({ kind, number }) => [kind, number])).toEqual([
      ['done', 2],
      ['planned', 3],
      ['planned', 4],
    ])
  })

  it('ends the window where the measure ends, and shows none where a session is planned', () => {
    expect(boardTrack(SERIES, TODAY).window?.end).toBe(100)
    const next = { ...SERIES.next, state: 'planned' } as const
    expect(boardTrack({ ...SERIES, next }, TODAY).window).toBeNull()
  })
})
