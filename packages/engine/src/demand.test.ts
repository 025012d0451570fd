import { describe, expect, it } from 'vitest'
import { position, protocol, session, subject } from '../../../tests/support/protocol.ts'
import { makeup, timeline } from '../../../tests/support/timeline.ts'

describe('until settled', () => {
  const ledger = makeup(
    position('a', 'avoid', {
      window: { until: 'P3D', and: 'settled', signs: ['erythema', 'exfoliation'] },
    }),
  )
  const checkIn = (at: string, signs: readonly unknown[], more = {}) => ({
    type: 'check-in',
    at,
    signs,
    ...more,
  })
  const told = (...events: readonly unknown[]) => session({ events })
  const gone = [
    { code: 'erythema', severity: 0 },
    { code: 'exfoliation', severity: 0 },
  ]

  it('avoids through the timed part, then is caution, and opens in silence at the outer end', () => {
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 72: 'caution', 360: 'allowed' })
  })

  it('opens when every named sign is reported gone, never before the timed part ends', () => {
    expect(timeline(ledger, told(checkIn('2026-01-14T10:00:00Z', gone)))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'allowed',
    })
    expect(timeline(ledger, told(checkIn('2026-01-11T10:00:00Z', gone)))).toEqual({
      0: 'avoid',
      72: 'allowed',
    })
  })

  it('stays caution while a named sign has had no report', () => {
    const half = told(checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }]))
    expect(timeline(ledger, half)).toEqual({ 0: 'avoid', 72: 'caution', 360: 'allowed' })
  })

  it('avoids to the outer end while a sign is reported present, then asks until gone or cleared', () => {
    const present = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 2 }])
    expect(timeline(ledger, told(present))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'avoid',
      360: 'ask-clinic',
    })
    const goneLater = checkIn('2026-01-26T10:00:00Z', gone)
    expect(timeline(ledger, told(present, goneLater))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'avoid',
      360: 'ask-clinic',
      384: 'allowed',
    })
    const clearedLater = {
      type: 'clearance',
      at: '2026-01-26T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    expect(timeline(ledger, told(present, clearedLater))[384]).toBe('allowed')
  })

  it('tracks signs one by one: the latest report of each counts, an omitted sign is no report', () => {
    const first = checkIn('2026-01-14T10:00:00Z', [
      { code: 'erythema', severity: 2 },
      { code: 'exfoliation', severity: 1 },
    ])
    const second = checkIn('2026-01-15T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(ledger, told(first, second))[96]).toBe('avoid')
    expect(timeline(ledger, told(first, second))[120]).toBeUndefined()
    const third = checkIn('2026-01-16T10:00:00Z', [], { settled: ['exfoliation'] })
    expect(timeline(ledger, told(first, second, third))[144]).toBe('allowed')
  })

  it('present beats gone within one check-in, whatever the order', () => {
    const both = checkIn('2026-01-14T10:00:00Z', [...gone, { code: 'erythema', severity: 1 }])
    const turned = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 1 }, ...gone])
    expect(timeline(ledger, told(both))[96]).toBe('avoid')
    expect(timeline(ledger, told(turned))).toEqual(timeline(ledger, told(both)))
  })

  it('a clearance opens what waits for signs; a report after it, or at its instant, shuts it again', () => {
    const clearance = {
      type: 'clearance',
      at: '2026-01-14T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    const present = (at: string) => checkIn(at, [{ code: 'erythema', severity: 2 }])
    expect(timeline(ledger, told(clearance))).toEqual({ 0: 'avoid', 72: 'caution', 96: 'allowed' })
    expect(timeline(ledger, told(present('2026-01-13T10:00:00Z'), clearance))[96]).toBe('allowed')
    expect(timeline(ledger, told(clearance, present('2026-01-15T10:00:00Z')))[120]).toBe('avoid')
    expect(timeline(ledger, told(clearance, present('2026-01-14T10:00:00Z')))[96]).toBe('avoid')
  })

  it('"all" means every sign of the course but pigment', () => {
    const all = protocol({
      subjects: [
        subject('makeup', [
          position('a', 'avoid', { window: { until: 'P3D', and: 'settled', signs: 'all' } }),
        ]),
      ],
      course: {
        expectations: [
          {
            id: 'e',
            signs: ['erythema', 'exfoliation', 'pigment-change'],
            until: 'P5D',
            source: 'first',
          },
        ],
        milestones: [],
      },
    })
    expect(timeline(all, told(checkIn('2026-01-14T10:00:00Z', gone)))[96]).toBe('allowed')
    const one = told(checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }]))
    expect(timeline(all, one)[96]).toBeUndefined()
  })

  it('waits for both a clearance and signs where the source asks for both', () => {
    const both = makeup(
      position('a', 'avoid', {
        window: { until: 'P3D', and: ['settled', 'cleared'], signs: ['erythema'] },
      }),
    )
    expect(timeline(both)).toEqual({ 0: 'avoid', 72: 'ask-clinic' })
    const report = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(both, told(report))).toEqual({ 0: 'avoid', 72: 'ask-clinic' })
    const clearance = {
      type: 'clearance',
      at: '2026-01-15T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    expect(timeline(both, told(clearance))).toEqual({
      0: 'avoid',
      72: 'ask-clinic',
      120: 'allowed',
    })
    const presentAfter = checkIn('2026-01-16T10:00:00Z', [{ code: 'erythema', severity: 1 }])
    expect(timeline(both, told(clearance, presentAfter))[144]).toBe('avoid')
  })

  it('with both, a sign reported there shuts it while the clinician is still to be asked', () => {
    const both = makeup(
      position('a', 'avoid', {
        window: { until: 'P3D', and: ['settled', 'cleared'], signs: ['erythema'] },
      }),
    )
    const present = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 5 }])
    expect(timeline(both, told(present))).toEqual({
      0: 'avoid',
      72: 'ask-clinic',
      96: 'avoid',
      360: 'ask-clinic',
    })
  })

  it('a limit until settled stays caution until the signs are gone: silence does not open it', () => {
    const limit = makeup(
      position('a', 'limit', { window: { until: 'P3D', and: 'settled', signs: ['erythema'] } }),
    )
    expect(timeline(limit)).toEqual({ 0: 'caution' })
    const report = checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(limit, told(report))).toEqual({ 0: 'caution', 72: 'allowed' })
  })

  it('holds to its own timed part where that is longer than the outer end', () => {
    const long = makeup(
      position('a', 'avoid', { window: { until: 'P20D', and: 'settled', signs: ['erythema'] } }),
    )
    expect(timeline(long)).toEqual({ 0: 'avoid', 480: 'allowed' })
    const present = checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 2 }])
    expect(timeline(long, told(present))).toEqual({ 0: 'avoid', 480: 'ask-clinic' })
  })
})
