import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { typedEnd } from './typed-end.ts'

const DUBAI = { zone: 'Asia/Dubai', now: instant('2026-11-22T10:45:31+04:00') }

function instant(text: string): number {
  const at = parseInstant(text)
  if (at === undefined) throw new Error(text)
  return at
}

describe('typedEnd', () => {
  it.each([
    ['', '2026-11-22T10:45:00+04:00'],
    ['1030', '2026-11-22T10:30:00+04:00'],
    ['930', '2026-11-22T09:30:00+04:00'],
    ['10:30', '2026-11-22T10:30:00+04:00'],
    ['10.30', '2026-11-22T10:30:00+04:00'],
    ['١٠٣٠', '2026-11-22T10:30:00+04:00'],
    ['-20', '2026-11-22T10:25:00+04:00'],
    ['yesterday 1730', '2026-11-21T17:30:00+04:00'],
    ['Ayer 17:30', '2026-11-21T17:30:00+04:00'],
    ['2026-11-20T08:05', '2026-11-20T08:05:00+04:00'],
    ['20/11 0805', '2026-11-20T08:05:00+04:00'],
    ['20.11.2025 8:05', '2025-11-20T08:05:00+04:00'],
  ])('reads "%s" on the clinic’s clock', (text, end) => {
    expect(typedEnd(text, DUBAI)).toBe(instant(end))
  })

  it.each(['10', '2460', '2400', 'noon', '31/2 1030', 'friday 1030', '-', '1030 yesterday'])(
    'reads nothing into "%s"',
    (text) => {
      expect(typedEnd(text, DUBAI)).toBeNull()
    },
  )

  it('takes the later of an hour that the clock shows twice, so that no window ends early', () => {
    const newYork = { zone: 'America/New_York', now: instant('2026-11-01T12:00:00-05:00') }
    expect(typedEnd('0130', newYork)).toBe(instant('2026-11-01T01:30:00-05:00'))
  })

  it('counts minutes ago as elapsed time over the hour that is skipped', () => {
    const newYork = { zone: 'America/New_York', now: instant('2026-03-08T03:10:00-04:00') }
    expect(typedEnd('-20', newYork)).toBe(instant('2026-03-08T01:50:00-05:00'))
  })
})
