import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'
import { endWords, endWordsOnPaper } from './end-words.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const format = createFormat({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai' })
const LAST_MINUTE = at('2026-12-05T23:59:00+04:00')
const DAY = { endedAt: LAST_MINUTE, endedAtEstimated: true }
const BEFORE = at('2026-11-22T10:00:00+04:00')

describe('the end of a session in words', () => {
  it('is the day while that alone was told, and no clock time', () => {
    expect(endWords(format, DAY, BEFORE)).toBe('Saturday 5 December')
    expect(endWordsOnPaper(format, DAY, BEFORE)).toBe('Saturday, 5 December 2026')
  })

  it('names the year where it is another one', () => {
    expect(endWords(format, DAY, at('2025-12-22T10:00:00+04:00'))).toBe('Saturday, 5 December 2026')
  })

  it('is the day and the time where one was told', () => {
    const told = { endedAt: at('2026-12-05T15:00:00+04:00') }
    expect(endWords(format, told, BEFORE)).toBe('Saturday 5 December, 15:00')
    expect(endWordsOnPaper(format, told, BEFORE)).toBe('Saturday, 5 December 2026, 15:00')
  })

  it('is the latest time once the day has passed', () => {
    expect(endWords(format, DAY, LAST_MINUTE)).toBe('Saturday 5 December, 23:59')
  })
})
