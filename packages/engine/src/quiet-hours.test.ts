import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAW_RUNS } from '../../../tests/support/effort.ts'
import { instant, iso } from '../../../tests/support/protocol.ts'
import { anyInstant, ZONES } from '../../../tests/support/zones.ts'
import { afterQuietHours, type QuietHours } from './quiet-hours.ts'
import { type CareEvent, zoneAt } from './session.ts'
import { formatInstant } from './time.ts'

const NIGHT: QuietHours = { from: '21:00', until: '08:00' }

function after(text: string, quietHours: QuietHours | null, zone: string, moves: Moves = []) {
  const events = moves.map(
    ([at, to]): CareEvent => ({
      type: 'moved',
      at: instant(at),
      zone: to,
    }),
  )
  const end = afterQuietHours(instant(text), quietHours, (at) => zoneAt(zone, events, at))
  return iso(end).replace('.000Z', 'Z')
}

type Moves = readonly (readonly [string, string])[]

describe('afterQuietHours', () => {
  it('includes the first instant and excludes the last, over midnight', () => {
    const on = (text: string) => after(text, NIGHT, 'UTC')
    expect(on('2026-01-11T20:59:59Z')).toBe('2026-01-11T20:59:59Z')
    expect(on('2026-01-11T21:00:00Z')).toBe('2026-01-12T08:00:00Z')
    expect(on('2026-01-12T00:00:00Z')).toBe('2026-01-12T08:00:00Z')
    expect(on('2026-01-12T07:59:59Z')).toBe('2026-01-12T08:00:00Z')
    expect(on('2026-01-12T08:00:00Z')).toBe('2026-01-12T08:00:00Z')
  })

  it('may lie within a day', () => {
    const on = (text: string) => after(text, { from: '13:00', until: '15:30' }, 'Asia/Kolkata')
    expect(on('2026-01-11T13:00:00+05:30')).toBe('2026-01-11T10:00:00Z')
    expect(on('2026-01-11T03:00:00+05:30')).toBe('2026-01-10T21:30:00Z')
  })

  it('are none where both ends are the same, or none are kept', () => {
    const at = '2026-01-11T21:00:00Z'
    expect(after(at, { from: '21:00', until: '21:00' }, 'UTC')).toBe(at)
    expect(after(at, null, 'UTC')).toBe(at)
  })

  it('end by the clock on the wall when it was put forward or back in the night', () => {
    const on = (text: string) => after(text, NIGHT, 'America/New_York')
    expect(on('2026-10-31T23:00:00-04:00')).toBe('2026-11-01T13:00:00Z')
    expect(on('2026-03-07T23:00:00-05:00')).toBe('2026-03-08T12:00:00Z')
  })

  it('end when the clock jumps over their end, and each time it shows it', () => {
    const on = (text: string, until: string) =>
      after(text, { from: '22:00', until }, 'America/New_York')
    // At 02:00 the clock shows 03:00.
    expect(on('2026-03-08T01:15:00-05:00', '02:30')).toBe('2026-03-08T07:00:00Z')
    // At 02:00 the clock shows 01:00 again.
    expect(on('2026-11-01T00:15:00-04:00', '01:30')).toBe('2026-11-01T05:30:00Z')
    expect(on('2026-11-01T01:10:00-05:00', '01:30')).toBe('2026-11-01T06:30:00Z')
    expect(on('2026-11-01T01:45:00-04:00', '02:00')).toBe('2026-11-01T07:00:00Z')
  })

  it('keep a change of half an hour', () => {
    const on = (text: string) => after(text, NIGHT, 'Australia/Lord_Howe')
    expect(on('2026-04-04T23:00:00+11:00')).toBe('2026-04-04T21:30:00Z')
    expect(on('2026-10-03T23:00:00+10:30')).toBe('2026-10-03T21:00:00Z')
  })

  it('go on in the zone that a flight in the night comes to, or end there', () => {
    const west: Moves = [['2026-01-12T02:00:00Z', 'Europe/London']]
    expect(after('2026-01-11T22:00:00+05:00', NIGHT, 'Asia/Karachi', west)).toBe(
      '2026-01-12T08:00:00Z',
    )
    const early: Moves = [['2026-01-12T02:00:00Z', 'Asia/Karachi']]
    expect(after('2026-01-11T22:00:00Z', NIGHT, 'Europe/London', early)).toBe(
      '2026-01-12T03:00:00Z',
    )
    const late: Moves = [['2026-01-12T04:10:00Z', 'Asia/Karachi']]
    expect(after('2026-01-11T22:00:00Z', NIGHT, 'Europe/London', late)).toBe('2026-01-12T04:10:00Z')
  })

  it('lead from the last evening of February to its 29th', () => {
    expect(after('2028-02-28T23:00:00Z', NIGHT, 'UTC')).toBe('2028-02-29T08:00:00Z')
  })
})

describe('laws', () => {
  const half = fc.integer({ min: 0, max: 47 })
  const clock = half.map(
    (n) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`,
  )
  /** By the letters of the clock: nothing that the code counts with. */
  const isQuiet = (shown: string, { from, until }: QuietHours) =>
    from <= until ? shown >= from && shown < until : shown >= from || shown < until

  it('never leave an instant quiet, never come early, and pass over quiet instants only', () => {
    const cases = fc
      .constantFrom(...ZONES)
      .chain((zone) => fc.tuple(fc.constant(zone), anyInstant(zone)))
    const hours = fc.record({ from: clock, until: clock })
    const share = fc.integer({ min: 0, max: 999 })
    const move = fc.option(fc.tuple(fc.integer({ min: -600, max: 900 }), fc.constantFrom(...ZONES)))
    fc.assert(
      fc.property(cases, hours, share, move, ([zone, at], quietHours, part, journey) => {
        const events: readonly CareEvent[] = journey
          ? [{ type: 'moved', at: at + journey[0] * 60_000, zone: journey[1] }]
          : []
        const here = (one: number) => zoneAt(zone, events, one)
        const shown = (one: number) => formatInstant(one, here(one)).slice(11, 16)
        const end = afterQuietHours(at, quietHours, here)
        expect(end).toBeGreaterThanOrEqual(at)
        expect(isQuiet(shown(end), quietHours)).toBe(false)
        const between = at + Math.floor(((end - at) * part) / 1000)
        if (end > at) expect(isQuiet(shown(between), quietHours)).toBe(true)
      }),
      LAW_RUNS,
    )
  })
})
