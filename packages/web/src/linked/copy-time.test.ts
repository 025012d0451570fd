import { describe, expect, it } from 'vitest'
import { copyPart, isTimeUnknown } from './copy-time.ts'

const AT = Date.parse('2026-11-24T06:00:00Z')
const HOUR = 3_600_000
const link = { copyAt: AT, cardAt: AT, clockAheadMs: 100 }

describe('isTimeUnknown', () => {
  const unheard = { copyAt: null, cardAt: null }

  it('is so until one answer has shown the time, whichever that is', () => {
    expect(isTimeUnknown(unheard, null)).toBe(true)
    expect(isTimeUnknown(unheard, { at: AT, aheadMs: 0 })).toBe(false)
    expect(isTimeUnknown({ ...unheard, cardAt: AT }, null)).toBe(false)
    expect(isTimeUnknown({ ...unheard, copyAt: AT }, null)).toBe(false)
  })
})

describe('copyPart', () => {
  it('is written down at most once an hour where the clock is right', () => {
    expect(copyPart(link, 'copyAt', { at: AT + HOUR - 1, aheadMs: 900 })).toEqual({})
    const later = { at: AT + HOUR, aheadMs: 900 }
    expect(copyPart(link, 'cardAt', later)).toEqual({ cardAt: AT + HOUR, clockAheadMs: 900 })
  })

  it('is written down at once where the clock is another, or behind', () => {
    const other = { at: AT + 1000, aheadMs: HOUR }
    expect(copyPart(link, 'copyAt', other)).toEqual({ copyAt: AT + 1000, clockAheadMs: HOUR })
    const behind = { ...link, clockAheadMs: -HOUR }
    const same = { at: AT + 1000, aheadMs: -HOUR }
    expect(copyPart(behind, 'copyAt', same)).toEqual({ copyAt: AT + 1000, clockAheadMs: -HOUR })
  })

  it('is written down the first time, and never from an answer without a time', () => {
    const first = { ...link, copyAt: null }
    expect(copyPart(first, 'copyAt', { at: AT, aheadMs: 100 })).toHaveProperty('copyAt', AT)
    expect(copyPart(first, 'copyAt', null)).toEqual({})
  })
})
