import { describe, expect, it } from 'vitest'
import type { AnsweringHours } from '../store/clinic-link.ts'
import { answeringAt } from './answering-now.ts'

const WEEKDAYS = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }

function at(instant: string, zone: string, ...hours: readonly AnsweringHours[]) {
  const now = answeringAt({ who: null, hours }, zone, Date.parse(instant))
  if (now.state === 'unsaid') return now.state
  return `${now.state} ${new Date(now.state === 'reading' ? now.until : now.from).toISOString()}`
}

describe('answeringAt', () => {
  it('reads from the first moment, and no longer at the last', () => {
    const monday = '2026-11-23'
    expect(at(`${monday}T08:59:59+04:00`, 'Asia/Dubai', WEEKDAYS)).toBe(
      'away 2026-11-23T05:00:00.000Z',
    )
    expect(at(`${monday}T09:00:00+04:00`, 'Asia/Dubai', WEEKDAYS)).toBe(
      'reading 2026-11-23T13:00:00.000Z',
    )
    expect(at(`${monday}T17:00:00+04:00`, 'Asia/Dubai', WEEKDAYS)).toBe(
      'away 2026-11-24T05:00:00.000Z',
    )
  })

  it('goes by the clinic’s clock, not by the phone’s, over a weekend', () => {
    // Friday evening in New York is Saturday in Dubai.
    expect(at('2026-11-27T18:00:00-05:00', 'Asia/Dubai', WEEKDAYS)).toBe(
      'away 2026-11-30T05:00:00.000Z',
    )
  })

  it('keeps the hour on the wall where the clocks change', () => {
    // London leaves summer time on Sunday 25 October 2026.
    expect(at('2026-10-23T18:00:00+01:00', 'Europe/London', WEEKDAYS)).toBe(
      'away 2026-10-26T09:00:00.000Z',
    )
    expect(at('2026-03-27T18:00:00Z', 'Europe/London', WEEKDAYS)).toBe(
      'away 2026-03-30T08:00:00.000Z',
    )
  })

  it('reads through a night, and says the end of spans that touch', () => {
    const night = { days: [5], from: '22:00', until: '06:00' }
    expect(at('2026-11-28T05:00:00+04:00', 'Asia/Dubai', night)).toBe(
      'reading 2026-11-28T02:00:00.000Z',
    )
    const afternoon = { days: [1], from: '17:00', until: '20:00' }
    expect(at('2026-11-23T10:00:00+04:00', 'Asia/Dubai', WEEKDAYS, afternoon)).toBe(
      'reading 2026-11-23T16:00:00.000Z',
    )
  })

  it('finds the one day of a week, a week from now', () => {
    const monday = { days: [1], from: '09:00', until: '10:00' }
    expect(at('2026-11-23T10:00:00+04:00', 'Asia/Dubai', monday)).toBe(
      'away 2026-11-30T05:00:00.000Z',
    )
  })

  it('promises nothing where no hours were given', () => {
    expect(at('2026-11-23T10:00:00+04:00', 'Asia/Dubai')).toBe('unsaid')
    expect(at('2026-11-23T10:00:00+04:00', 'Asia/Dubai', { ...WEEKDAYS, days: [] })).toBe('unsaid')
  })
})
